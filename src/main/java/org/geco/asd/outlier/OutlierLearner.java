package org.geco.asd.outlier;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

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
    private final List<VectorSample> m_samples;
    private final List<Outcome<Double>> m_scores = new ArrayList<>();

    /** Of each machine the indices of its usable samples, and their vectors. */
    private final SortedMap<MachineId, List<Integer>> m_rows = new TreeMap<>();
    private final SortedMap<MachineId, List<double[]>> m_vectors = new TreeMap<>();

    /** Each group's, by the key of {@link #group}. */
    private final Map<MachineId, double[]> m_factors = new HashMap<>();
    private final Map<Part, MahalanobisLearner> m_covariances = new HashMap<>();

    private record Part(MachineId group, int part) { }

    /**
     * What was learned.
     *
     * @param model scores vectors
     * @param leaveOneOut for each sample, in their order, its score by a model of all others, as if it had not been
     *            learned from (a mixture is fitted without a twentieth of the samples at once, and deviations that
     *            values are divided by are those of all); missing, with the reason, where there is none
     */
    public record Result(OutlierModel model, List<Outcome<Double>> leaveOneOut) { }

    private OutlierLearner(final List<VectorSample> samples, final OutlierSettings settings) {
        m_samples = samples;
        m_settings = settings;
    }

    /**
     * @param samples normal vectors of any machines in any order
     * @param settings how far is far
     * @param progress is asked for every machine
     * @return what was learned; a machine that nothing can be learned of is unknown to the model, which tells why
     * @throws AsdException if a setting is out of its range, or nothing can be learned of any machine
     */
    public static Result learn(final List<VectorSample> samples, final OutlierSettings settings,
        final ProgressMonitor progress) throws AsdException {
        settings.check();
        return new OutlierLearner(samples, settings).learn(progress);
    }

    private Result learn(final ProgressMonitor progress) throws AsdException {
        final int length = sort();
        final int count = m_settings.parts();
        Checks.require(m_rows.isEmpty() || length % count == 0, "Vectors of " + length + " values cannot be cut into "
            + count + " parts of equal length.",
            "Cut statistics into as many parts as there are for each band, and embeddings into 1.");
        final SortedMap<MachineId, Outcome<List<Learnt>>> learnt = new TreeMap<>();
        for (final MachineId machine : m_rows.keySet()) {
            progress.checkCanceled();
            progress.report((double)learnt.size() / m_rows.size(), "Machine " + machine);
            learnt.put(machine, Outcome.attempt(() -> parts(machine)));
        }
        final SortedMap<MachineId, Outcome<OutlierModel.Machine>> machines = new TreeMap<>();
        learnt.forEach((machine, parts) -> machines.put(machine, machine(machine, parts,
            PartWeights.of(learnt.entrySet().stream().filter(other -> other.getKey().type().equals(machine.type())
                && other.getValue().isPresent()).map(other -> other.getValue().value()).toList(), count))));
        if (machines.values().stream().noneMatch(Outcome::isPresent)) {
            throw new AsdException(machines.isEmpty() ? "There is no vector to learn from"
                + m_scores.stream().findFirst().map(score -> ": " + score.reason()).orElse(".")
                : machines.get(machines.firstKey()).reason(), "Select rows with vectors of normal clips.");
        }
        return new Result(new OutlierModel(m_settings, length, machines,
            Optional.of(Provenance.now(Optional.empty(), contents(), List.of()))), m_scores);
    }

    /** Sorts the samples by machine; the first usable one tells how long vectors are. */
    private int sort() {
        int length = -1;
        for (int i = 0; i < m_samples.size(); i++) {
            final VectorSample sample = m_samples.get(i);
            final int expected = length;
            final Outcome<double[]> vector = sample.vector().flatMap(values -> OutlierModel.check(values,
                expected < 0 ? values.length : expected)).flatMap(values -> OutlierModel.scaled(values, m_settings,
                    ones(values.length)));
            m_scores.add(vector.flatMap(values -> Outcome.failed("It was not learned from.")));
            if (vector.isPresent()) {
                length = vector.value().length;
                m_rows.computeIfAbsent(sample.machine(), m -> new ArrayList<>()).add(i);
                m_vectors.computeIfAbsent(sample.machine(), m -> new ArrayList<>()).add(vector.value());
            }
        }
        return length;
    }

    private static double[] ones(final int length) {
        final double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    private Outcome<OutlierModel.Machine> machine(final MachineId machine, final Outcome<List<Learnt>> learnt,
        final double[] weights) {
        final List<Integer> rows = m_rows.get(machine);
        for (int i = 0; i < rows.size(); i++) {
            final int row = i;
            m_scores.set(rows.get(i), learnt.flatMap(parts -> leaveOneOut(parts, row, weights)));
        }
        return learnt.isPresent()
            ? Outcome.of(new OutlierModel.Machine(factors(machine),
                learnt.value().stream().map(Learnt::reference).toList(), weights))
            : Outcome.failed("Machine " + machine + ", learned from " + rows.size()
                + (rows.size() == 1 ? " clip, " : " clips, ") + "has no score: " + learnt.reason());
    }

    private static Outcome<Double> leaveOneOut(final List<Learnt> parts, final int row, final double[] weights) {
        double sum = 0;
        for (int part = 0; part < weights.length; part++) {
            final Outcome<Double> score = parts.get(part).leaveOneOut().get(row);
            if (!score.isPresent()) {
                return score;
            }
            sum += weights[part] * score.value();
        }
        return Outcome.number(sum);
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
        return m_rows.get(machine).size() >= m_settings.ownSpreadFrom();
    }

    private List<MachineId> members(final MachineId machine) {
        return hasOwnSpread(machine) ? List.of(machine)
            : m_rows.keySet().stream().filter(other -> other.type().equals(machine.type())).toList();
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
        return m_vectors.entrySet().stream().map(machine -> {
            final CRC32 sum = new CRC32();
            machine.getValue().forEach(vector -> {
                final ByteBuffer bytes = ByteBuffer.allocate(vector.length * Double.BYTES);
                bytes.asDoubleBuffer().put(vector);
                sum.update(bytes.array());
            });
            return new Provenance.Clips(machine.getKey(), machine.getValue().size(),
                String.format(Locale.ROOT, "%08x", sum.getValue()));
        }).toList();
    }
}
