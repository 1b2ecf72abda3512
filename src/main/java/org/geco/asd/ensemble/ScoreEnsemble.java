package org.geco.asd.ensemble;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Learned;
import org.geco.asd.detect.Provenance;
import org.geco.asd.ensemble.Level.Scale;
import org.geco.asd.evaluation.ScoredClip;
import org.geco.asd.files.Archive;
import org.geco.asd.files.ArchiveWriter;

/**
 * Combines several scores of a clip into one. Each is standardised with what it is for held-out normal clips of the
 * machine, which no label of an anomalous clip is needed for. The clips must not have been trained on: their scores are
 * lower than those of fresh ones. Immutable.
 */
public final class ScoreEnsemble implements Learned {
    private static final String KIND = "score ensemble";

    private final EnsembleSettings m_settings;

    /** Machine type → the levels of each score, in the settings' order. */
    private final SortedMap<String, List<TypeLevels>> m_types;
    private final Provenance m_provenance;

    /** All but the provenance, as it is written: machine type → for each score, machine ID → its held-out scores. */
    private record Content(EnsembleSettings settings, SortedMap<String, List<SortedMap<String, double[]>>> heldOut) { }

    private ScoreEnsemble(final EnsembleSettings settings, final SortedMap<String, List<TypeLevels>> types,
        final Provenance provenance) {
        m_settings = settings;
        m_types = Collections.unmodifiableSortedMap(types);
        m_provenance = provenance;
    }

    /**
     * Learns the levels of clips that have their scores in the settings' order; missing scores and clips that are known
     * to be anomalous take no part.
     *
     * @throws AsdException if the settings cannot be used, or there is no held-out normal clip
     */
    public static ScoreEnsemble learn(final EnsembleSettings settings, final Collection<ScoredClip> heldOut)
        throws AsdException {
        settings.check();
        final SortedMap<MachineId, List<ScoredClip>> machines =
            heldOut.stream().filter(clip -> clip.label() != Label.ANOMALY)
                .collect(Collectors.groupingBy(ScoredClip::machine, TreeMap::new, Collectors.toList()));
        if (machines.isEmpty()) {
            throw new AsdException("There is no held-out normal clip to standardise the scores with.",
                "Keep some normal clips out of the training, score them, and select them as held-out rows.");
        }
        final SortedMap<String, List<TypeLevels>> types = new TreeMap<>();
        for (final MachineId machine : machines.keySet()) {
            types.computeIfAbsent(machine.type(), type -> IntStream.range(0, settings.scores().size())
                .mapToObj(score -> new TypeLevels(type, scores(machines, type, score))).toList());
        }
        final List<Provenance.Clips> clips = machines.entrySet().stream()
            .map(entry -> Provenance.Clips.of(entry.getKey(), entry.getValue().size(),
                IntStream.range(0, settings.scores().size()).mapToObj(score -> values(entry.getValue(), score))
                    .toList()))
            .toList();
        return new ScoreEnsemble(settings, types, Provenance.now(Optional.empty(), clips, List.of()));
    }

    private static SortedMap<String, double[]> scores(final SortedMap<MachineId, List<ScoredClip>> machines,
        final String type, final int score) {
        final SortedMap<String, double[]> scores = new TreeMap<>();
        machines.forEach((machine, clips) -> {
            if (machine.type().equals(type)) {
                scores.put(machine.id(), values(clips, score));
            }
        });
        return scores;
    }

    private static double[] values(final List<ScoredClip> clips, final int score) {
        return clips.stream().map(clip -> clip.scores().get(score)).filter(Outcome::isPresent)
            .mapToDouble(Outcome::value).filter(Double::isFinite).sorted().toArray();
    }

    /**
     * Combines the scores of a clip, which are in the settings' order. A clip whose scores are exactly those of
     * held-out clips of its machine is taken for one of them and standardised by the others: as part of its own level
     * it would be less anomalous than a fresh clip, and a threshold made of such scores too low.
     *
     * @return the combined score; or why it has none: a score is missing, none tells anything for the machine, or the
     *         type is unknown
     */
    public Outcome<Double> score(final MachineId machine, final List<Outcome<Double>> scores) {
        if (!m_types.containsKey(machine.type())) {
            return Outcome.failed("no held-out normal clip tells what scores of machine type " + machine.type()
                + " usually are");
        }
        final List<Outcome<Double>> all = standardised(machine, scores);
        final List<Level> levels = levels(machine);
        final double[] z = new double[all.size()];
        final double[] weights = new double[z.length];
        String reason = "none of the scores tells anything for machine " + machine;
        int count = 0;
        for (int i = 0; i < z.length; i++) {
            if (all.get(i).isPresent()) {
                z[count] = all.get(i).value();
                weights[count++] = m_settings.weights().get(i);
            } else if (levels.get(i).scale().isPresent()) {
                reason = m_settings.scores().get(i) + ": " + all.get(i).reason();
                if (!m_settings.allowsMissing()) {
                    return Outcome.failed(reason);
                }
            }
        }
        return count == 0 ? Outcome.failed(reason)
            : Outcome.number(m_settings.combination().of(Arrays.copyOf(z, count), Arrays.copyOf(weights, count)));
    }

    /**
     * @return each score of a clip in deviations from the usual level of its machine, whose type is known, as
     *         {@link #score} combines them; missing if the score is, or is left out
     */
    public List<Outcome<Double>> standardised(final MachineId machine, final List<Outcome<Double>> scores) {
        final List<TypeLevels> levels = m_types.get(machine.type());
        final List<Outcome<Double>> numbers = scores.stream().map(score -> score.flatMap(Outcome::number)).toList();
        final boolean isHeldOut = IntStream.range(0, levels.size()).allMatch(i -> !numbers.get(i).isPresent()
            || levels.get(i).has(machine.id(), numbers.get(i).value()));
        return IntStream.range(0, levels.size()).mapToObj(i -> {
            final Optional<Scale> scale = scale(levels.get(i), machine.id(), numbers.get(i), isHeldOut);
            return scale.isEmpty() ? Outcome.<Double>failed("left out")
                : numbers.get(i).flatMap(score -> Outcome.number(scale.get().standardised(score)));
        }).toList();
    }

    /** The others of a held-out clip may have no spread; then it is better judged with itself than not at all. */
    private static Optional<Scale> scale(final TypeLevels levels, final String id, final Outcome<Double> score,
        final boolean isHeldOut) {
        final Optional<Scale> all = levels.of(id).scale();
        return isHeldOut && score.isPresent() ? levels.without(id, score.value()).scale().or(() -> all) : all;
    }

    @Override
    public EnsembleSettings settings() {
        return m_settings;
    }

    /** @return the level of each score, in the settings' order, for a machine of a known type */
    public List<Level> levels(final MachineId machine) {
        return m_types.get(machine.type()).stream().map(levels -> levels.of(machine.id())).toList();
    }

    /** @return a sentence for each score that is left out for a machine type or a machine, as it tells nothing there */
    public List<String> leftOut() {
        final Set<String> sentences = new LinkedHashSet<>();
        for (final MachineId machine : machines()) {
            final List<Level> levels = levels(machine);
            for (int i = 0; i < levels.size(); i++) {
                if (levels.get(i).scale().isEmpty()) {
                    sentences.add("The score \"" + m_settings.scores().get(i) + "\" is left out: "
                        + levels.get(i).note() + ".");
                }
            }
        }
        return List.copyOf(sentences);
    }

    @Override
    public String method() {
        return KIND;
    }

    @Override
    public List<MachineId> machines() {
        return m_provenance.clips().stream().map(Provenance.Clips::machine).toList();
    }

    @Override
    public String training() {
        return String.format(Locale.ROOT, "%s of %s, standardised on %d held-out clips",
            m_settings.combination().name().toLowerCase(Locale.ROOT), String.join(", ", m_settings.scores()),
            m_provenance.clips().stream().mapToInt(Provenance.Clips::count).sum());
    }

    @Override
    public Optional<Provenance> provenance() {
        return Optional.of(m_provenance);
    }

    @Override
    public void write(final OutputStream out) throws IOException {
        try (ArchiveWriter archive = new ArchiveWriter(out)) {
            final SortedMap<String, List<SortedMap<String, double[]>>> heldOut = new TreeMap<>();
            m_types.forEach((type, scores) -> heldOut.put(type, scores.stream().map(TypeLevels::scores).toList()));
            archive.settings(KIND, new Content(m_settings, heldOut));
            archive.json(Provenance.ENTRY, m_provenance);
        }
    }

    /** Reads what {@link #write} wrote, bit for bit; the stream stays open. Fails if it is damaged, or not such. */
    public static ScoreEnsemble read(final InputStream in) throws IOException, AsdException {
        return Archive.read(KIND, in, archive -> {
            final Content content = archive.settings(KIND, Content.class);
            final SortedMap<String, List<TypeLevels>> types = new TreeMap<>();
            content.heldOut().forEach((type, scores) -> types.put(type,
                scores.stream().map(machines -> new TypeLevels(type, machines)).toList()));
            return new ScoreEnsemble(content.settings(), types, archive.json(Provenance.ENTRY, Provenance.class)
                .orElseThrow(() -> new IllegalArgumentException("it has no provenance")));
        });
    }
}
