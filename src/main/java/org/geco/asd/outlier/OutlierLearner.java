package org.geco.asd.outlier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Provenance;
import org.geco.asd.outlier.OutlierSettings.Method;
import org.geco.asd.outlier.OutlierSettings.Scaling;

/** Learns from normal vectors of each machine how far from each other they lie. */
public final class OutlierLearner {
    /** Of the root mean square of all deviations: what hardly varies must not outweigh everything else. */
    private static final double LEAST_DEVIATION = 0.01;

    private final OutlierSettings m_settings;

    /** Of each machine its usable vectors, as they came and scaled to unit length if that is wanted. */
    private final SortedMap<MachineId, List<double[]>> m_raw = new TreeMap<>();
    private final SortedMap<MachineId, List<double[]>> m_vectors = new TreeMap<>();

    /** Each group's, by the key of {@link #group}. */
    private final Map<MachineId, double[]> m_factors = new HashMap<>();
    private final Map<Part, MahalanobisLearner> m_covariances = new HashMap<>();

    private record Part(MachineId group, int part) { }

    private OutlierLearner(final OutlierSettings settings) {
        m_settings = settings;
    }

    /**
     * @param samples normal vectors of any machines in any order
     * @param settings how far is far
     * @param progress is asked for every machine
     * @return what was learned; a machine that nothing can be learned of is unknown to the model, which tells why
     * @throws AsdException if a setting is out of its range, or nothing can be learned of any machine
     */
    public static OutlierModel learn(final List<VectorSample> samples, final OutlierSettings settings,
        final ProgressMonitor progress) throws AsdException {
        settings.check();
        return new OutlierLearner(settings).learn(samples, progress);
    }

    private OutlierModel learn(final List<VectorSample> samples, final ProgressMonitor progress) throws AsdException {
        final Optional<String> refused = sort(samples);
        final int length = m_raw.isEmpty() ? 0 : m_raw.get(m_raw.firstKey()).get(0).length;
        Checks.require(length % m_settings.parts() == 0, "Vectors of " + length + " values cannot be cut into "
            + m_settings.parts() + " parts of equal length.",
            "Cut statistics into as many parts as there are for each band, and embeddings into 1.");
        final SortedMap<MachineId, Outcome<OutlierModel.Machine>> machines = new TreeMap<>();
        final List<KnownClips.Clip> clips = new ArrayList<>();
        for (final MachineId machine : m_raw.keySet()) {
            progress.checkCanceled();
            progress.report((double)machines.size() / m_raw.size(), "Machine " + machine);
            machines.put(machine, machine(machine, clips));
        }
        if (machines.values().stream().noneMatch(Outcome::isPresent)) {
            throw new AsdException(machines.isEmpty()
                ? "There is no vector to learn from" + refused.map(reason -> ": " + reason).orElse(".")
                : machines.get(machines.firstKey()).reason(), "Select rows with vectors of normal clips.");
        }
        return new OutlierModel(m_settings, length, machines, clips,
            Optional.of(Provenance.now(Optional.empty(), contents(), List.of())));
    }

    /**
     * Sorts the samples by machine; the first usable one tells how long vectors are.
     *
     * @return why a sample cannot be used, if one cannot
     */
    private Optional<String> sort(final List<VectorSample> samples) {
        int length = -1;
        Optional<String> refused = Optional.empty();
        for (final VectorSample sample : samples) {
            final int expected = length;
            final Outcome<double[]> raw = sample.vector()
                .flatMap(values -> OutlierModel.check(values, expected < 0 ? values.length : expected));
            final Outcome<double[]> vector =
                raw.flatMap(values -> OutlierModel.scaled(values, m_settings, ones(values.length)));
            if (vector.isPresent()) {
                length = vector.value().length;
                m_raw.computeIfAbsent(sample.machine(), m -> new ArrayList<>()).add(raw.value());
                m_vectors.computeIfAbsent(sample.machine(), m -> new ArrayList<>()).add(vector.value());
            } else if (refused.isEmpty()) {
                refused = Optional.of(vector.reason());
            }
        }
        return refused;
    }

    private static double[] ones(final int length) {
        final double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Learns a machine and adds its clips to the known ones. */
    private Outcome<OutlierModel.Machine> machine(final MachineId machine, final List<KnownClips.Clip> clips) {
        final List<double[]> vectors = m_raw.get(machine);
        final Outcome<List<Learnt>> learnt = Outcome.attempt(() -> parts(machine));
        if (!learnt.isPresent()) {
            return Outcome.failed("Machine " + machine + ", learned from " + vectors.size()
                + (vectors.size() == 1 ? " clip, " : " clips, ") + "has no score: " + learnt.reason());
        }
        for (int i = 0; i < vectors.size(); i++) {
            final int clip = i;
            clips.add(KnownClips.Clip.of(machine, vectors.get(i),
                learnt.value().stream().map(part -> part.leaveOneOut().get(clip)).toList()));
        }
        return Outcome.of(new OutlierModel.Machine(factors(machine),
            learnt.value().stream().map(Learnt::reference).toList()));
    }

    private List<Learnt> parts(final MachineId machine) throws AsdException {
        final List<Learnt> parts = new ArrayList<>();
        for (int part = 0; part < m_settings.parts(); part++) {
            parts.add(learn(machine, part));
        }
        return parts;
    }

    private Learnt learn(final MachineId machine, final int part) throws AsdException {
        if (m_settings.method() == Method.MAHALANOBIS) {
            final List<MachineId> members = members(machine);
            final double[] factors = factors(machine);
            return m_covariances.computeIfAbsent(new Part(group(machine), part), p -> new MahalanobisLearner(
                members.stream().map(m -> vectors(m, part, factors)).toList(), m_settings.shrinkage()))
                .learn(members.indexOf(machine));
        }
        final List<double[]> vectors = vectors(machine, part, factors(machine));
        return m_settings.method() == Method.NEAREST_NEIGHBOURS ? NearestNeighbours.learn(vectors, m_settings)
            : ExpectationMaximization.learn(vectors, m_settings);
    }

    /** Whose spread a machine has: its own, or that of its type, which is no machine's name. */
    private MachineId group(final MachineId machine) {
        return hasOwnSpread(machine) ? machine : new MachineId(machine.type(), "\0");
    }

    private boolean hasOwnSpread(final MachineId machine) {
        return m_raw.get(machine).size() >= m_settings.ownSpreadFrom();
    }

    private List<MachineId> members(final MachineId machine) {
        return hasOwnSpread(machine) ? List.of(machine)
            : m_raw.keySet().stream().filter(other -> other.type().equals(machine.type())).toList();
    }

    /** A part of each of a machine's vectors, whose values are scaled. */
    private List<double[]> vectors(final MachineId machine, final int part, final double[] factors) {
        return m_vectors.get(machine).stream().map(vector -> {
            final double[] scaled = new double[vector.length];
            Arrays.setAll(scaled, i -> vector[i] * factors[i]);
            return Vectors.part(scaled, part, m_settings.parts());
        }).toList();
    }

    /** One over each value's deviation, if values are to be divided by it. */
    private double[] factors(final MachineId machine) {
        return m_factors.computeIfAbsent(group(machine), g -> newFactors(machine));
    }

    private double[] newFactors(final MachineId machine) {
        final double[] variances = new double[m_vectors.get(machine).get(0).length];
        if (m_settings.scaling() != Scaling.DEVIATION) {
            return ones(variances.length);
        }
        int count = 0;
        for (final MachineId member : members(machine)) {
            final List<double[]> vectors = m_vectors.get(member);
            final double[] mean = Vectors.mean(vectors);
            vectors.forEach(vector -> Arrays.setAll(variances,
                i -> variances[i] + (vector[i] - mean[i]) * (vector[i] - mean[i])));
            count += vectors.size();
        }
        final double all = Math.sqrt(Arrays.stream(variances).sum() / count / variances.length);
        final double[] factors = new double[variances.length];
        final int vectors = count;
        Arrays.setAll(factors, i -> all == 0 ? 1
            : 1 / Math.max(LEAST_DEVIATION * all, Math.sqrt(variances[i] / vectors)));
        return Vectors.stored(factors)[0];
    }

    private List<Provenance.Clips> contents() {
        return m_vectors.entrySet().stream().map(machine -> Provenance.Clips.of(machine.getKey(),
            machine.getValue().size(), machine.getValue())).toList();
    }
}
