package org.geco.asd.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.evaluation.Evaluation.MachineResult;
import org.geco.asd.evaluation.Evaluation.TypeResult;

/**
 * Evaluates scores as DCASE 2020 Task 2 does: AUC and pAUC for each machine ID, the mean over the IDs of each machine
 * type, the mean over the types. Scores of different machines are never compared with each other.
 */
public final class Evaluator {
    private final double m_maxFpr;

    /** @param maxFpr highest false-positive rate of the pAUC, in (0, 1] */
    public Evaluator(final double maxFpr) {
        m_maxFpr = RocCurve.requireRate(maxFpr);
    }

    /**
     * @param clips clips of any machines in any order; those without label or score are counted, with the reason
     * @return the results of every machine that has a clip, for one of the clips' scores, from 0
     */
    public Evaluation evaluate(final Collection<ScoredClip> clips, final int score) {
        final SortedMap<MachineId, Tally> tallies = new TreeMap<>();
        for (final ScoredClip clip : clips) {
            tallies.computeIfAbsent(clip.machine(), m -> new Tally()).add(clip, score);
        }
        final SortedMap<String, List<MachineResult>> byType = new TreeMap<>();
        tallies.forEach((machine, tally) -> byType.computeIfAbsent(machine.type(), t -> new ArrayList<>())
            .add(tally.result(machine, m_maxFpr)));
        final List<TypeResult> types = byType.entrySet().stream().map(e -> typeResult(e.getKey(), e.getValue()))
            .toList();
        return new Evaluation(m_maxFpr, types, Means.ofTypes(types.stream().map(TypeResult::means).toList()));
    }

    private static TypeResult typeResult(final String type, final List<MachineResult> machines) {
        return new TypeResult(type, machines,
            Means.ofMachines(machines.stream().map(MachineResult::metrics).toList()));
    }

    /** Collects the clips of one machine. */
    private static final class Tally {
        private final DoubleStream.Builder m_normal = DoubleStream.builder();
        private final DoubleStream.Builder m_anomalous = DoubleStream.builder();
        private final Map<String, Integer> m_leftOut = new TreeMap<>();

        void add(final ScoredClip clip, final int index) {
            final Outcome<Double> score = clip.scores().get(index);
            if (!score.isPresent()) {
                m_leftOut.merge(score.reason(), 1, Integer::sum);
            } else if (clip.label() == Label.UNKNOWN) {
                m_leftOut.merge("the clip has no label", 1, Integer::sum);
            } else {
                (clip.label() == Label.ANOMALY ? m_anomalous : m_normal).add(score.value());
            }
        }

        MachineResult result(final MachineId machine, final double maxFpr) {
            final LabelledScores scores = new LabelledScores(m_normal.build().toArray(), m_anomalous.build().toArray());
            return new MachineResult(machine, scores, scores.metrics(maxFpr), m_leftOut);
        }
    }
}
