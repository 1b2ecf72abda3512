package org.geco.asd.calibration;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Learned;
import org.geco.asd.detect.Provenance;
import org.geco.asd.files.Archive;
import org.geco.asd.files.ArchiveWriter;

/**
 * The thresholds of all machines. What is kept are the held-out scores, and those of clips that turned out to be
 * normal; all else is computed from them. Immutable.
 */
public final class ThresholdModel implements Learned {
    private static final String KIND = "threshold model";

    private final ThresholdSettings m_settings;

    /** Ascending scores. */
    private final SortedMap<MachineId, double[]> m_heldOut;

    /** Ascending scores of clips that turned out to be normal; may lack machines. */
    private final SortedMap<MachineId, double[]> m_rejected;
    private final Optional<Refinement> m_refinement;
    private final SortedMap<MachineId, MachineThreshold> m_thresholds = new TreeMap<>();
    private final Provenance m_provenance;

    /** The model as it is written. */
    private record Content(ThresholdSettings settings, List<Machine> machines, Optional<Refinement> refinement) { }

    private record Machine(MachineId machine, double[] heldOut, double[] rejected) { }

    private ThresholdModel(final ThresholdSettings settings, final SortedMap<MachineId, double[]> heldOut,
        final SortedMap<MachineId, double[]> rejected, final Optional<Refinement> refinement,
        final Provenance provenance) {
        m_settings = settings;
        m_heldOut = heldOut;
        m_rejected = rejected;
        m_refinement = refinement;
        m_provenance = provenance;
        final Map<String, TypePool> pools =
            heldOut.keySet().stream().map(MachineId::type).distinct().collect(Collectors.toMap(Function.identity(),
                type -> new TypePool(heldOut.entrySet().stream().filter(e -> e.getKey().type().equals(type))
                    .map(Map.Entry::getValue).toList())));
        heldOut.keySet().forEach(machine -> m_thresholds.put(machine,
            MachineThreshold.of(normals(machine), settings, pools.get(machine.type()))));
    }

    /**
     * @param heldOut the finite scores of each machine's held-out normal clips in any order; may be empty for a machine
     * @return the thresholds; an AsdException if the rate is none, or there is no machine
     */
    public static ThresholdModel learn(final ThresholdSettings settings, final Map<MachineId, double[]> heldOut)
        throws AsdException {
        settings.check();
        Checks.require(!heldOut.isEmpty(), "There is no held-out normal clip to learn a threshold from.",
            "Keep some normal clips out of the training, and score them.");
        return of(settings, sorted(heldOut), new TreeMap<>(), Optional.empty());
    }

    /**
     * @param rejected scores of more normal clips, instead of those that an earlier refinement added; of machines that
     *            the model knows
     * @return the thresholds with these among the normal scores of their machines; the pool of a type keeps to the
     *         held-out ones, so that no other machine's threshold changes
     */
    ThresholdModel refined(final Map<MachineId, double[]> rejected, final Optional<Refinement> refinement) {
        return of(m_settings, m_heldOut, sorted(rejected), refinement);
    }

    private static ThresholdModel of(final ThresholdSettings settings, final SortedMap<MachineId, double[]> heldOut,
        final SortedMap<MachineId, double[]> rejected, final Optional<Refinement> refinement) {
        return new ThresholdModel(settings, heldOut, rejected, refinement, Provenance.now(Optional.empty(),
            heldOut.entrySet().stream().map(machine -> Provenance.Clips.of(machine.getKey(), machine.getValue().length,
                List.of(machine.getValue()))).toList(),
            List.of()));
    }

    /** @return whether the other model has the same normal scores */
    boolean hasSameScores(final ThresholdModel other) {
        return m_heldOut.keySet().equals(other.m_heldOut.keySet()) && m_heldOut.keySet().stream()
            .allMatch(machine -> Arrays.equals(normals(machine), other.normals(machine)));
    }

    private double[] normals(final MachineId machine) {
        return DoubleStream.concat(DoubleStream.of(m_heldOut.get(machine)), DoubleStream.of(rejected(machine)))
            .sorted().toArray();
    }

    private double[] rejected(final MachineId machine) {
        return m_rejected.getOrDefault(machine, new double[0]);
    }

    private static SortedMap<MachineId, double[]> sorted(final Map<MachineId, double[]> machines) {
        final SortedMap<MachineId, double[]> sorted = new TreeMap<>();
        machines.forEach((machine, scores) -> sorted.put(machine, sorted(scores)));
        return sorted;
    }

    private static double[] sorted(final double[] scores) {
        final double[] copy = new double[scores.length];
        for (int i = 0; i < copy.length; i++) {
            if (!Double.isFinite(scores[i])) {
                throw new IllegalArgumentException("Score " + i + " is " + scores[i]);
            }
            copy[i] = scores[i] + 0.0; // −0.0 and 0.0 are the same score, but sorting tells them apart
        }
        Arrays.sort(copy);
        return copy;
    }

    @Override
    public ThresholdSettings settings() {
        return m_settings;
    }

    /** @return the thresholds by machine, ascending, unmodifiable */
    public SortedMap<MachineId, MachineThreshold> thresholds() {
        return Collections.unmodifiableSortedMap(m_thresholds);
    }

    /** @return what is known of a machine; an AsdException if that is nothing */
    public MachineThreshold threshold(final MachineId machine) throws AsdException {
        final MachineThreshold threshold = m_thresholds.get(machine);
        if (threshold == null) {
            throw new AsdException("No threshold was learned for machine " + machine + ".",
                "Learn the thresholds with held-out normal clips of this machine, too.");
        }
        return threshold;
    }

    /** @return what verdicts changed, if they did */
    public Optional<Refinement> refinement() {
        return m_refinement;
    }

    /** @return the held-out scores of a machine that the model knows, ascending, without those of rejected clips */
    public double[] heldOut(final MachineId machine) {
        return m_heldOut.get(machine).clone();
    }

    @Override
    public String method() {
        return "threshold";
    }

    @Override
    public List<MachineId> machines() {
        return List.copyOf(m_heldOut.keySet());
    }

    @Override
    public String training() {
        return "false-alarm rate " + m_settings.rate() + " of \"" + m_settings.score() + "\", "
            + m_heldOut.values().stream().mapToInt(scores -> scores.length).sum() + " held-out clips"
            + m_refinement.map(refinement -> ", " + refinement).orElse("");
    }

    @Override
    public Optional<Provenance> provenance() {
        return Optional.of(m_provenance);
    }

    @Override
    public void write(final OutputStream out) throws IOException {
        try (ArchiveWriter archive = new ArchiveWriter(out)) {
            archive.settings(KIND, new Content(m_settings,
                m_heldOut.entrySet().stream().map(e -> new Machine(e.getKey(), e.getValue(),
                    rejected(e.getKey()))).toList(), m_refinement));
            archive.json(Provenance.ENTRY, m_provenance);
        }
    }

    /** Reads what {@link #write} wrote; fails if it is damaged, something else or of a later version. */
    public static ThresholdModel read(final InputStream in) throws IOException, AsdException {
        return Archive.read(KIND, in, archive -> {
            final Content content = archive.settings(KIND, Content.class);
            final SortedMap<MachineId, double[]> heldOut = new TreeMap<>();
            final SortedMap<MachineId, double[]> rejected = new TreeMap<>();
            content.machines().forEach(machine -> {
                heldOut.put(machine.machine(), sorted(machine.heldOut()));
                rejected.put(machine.machine(), sorted(machine.rejected()));
            });
            return new ThresholdModel(content.settings(), heldOut, rejected, content.refinement(),
                archive.json(Provenance.ENTRY, Provenance.class)
                    .orElseThrow(() -> new IllegalArgumentException("it has no " + Provenance.ENTRY)));
        });
    }
}
