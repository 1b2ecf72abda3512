package org.geco.asd.calibration;

import java.util.List;

import org.geco.asd.dataset.FoundEvent;

/**
 * What people said of a machine's clips, after listening.
 *
 * @param rejected scores of clips that were called anomalous and are normal
 * @param confirmed for each event that is a fault, the scores of its clips
 */
public record Verdicts(double[] rejected, List<double[]> confirmed) {
    /** @return how many of the rejected clips are called anomalous */
    int falseAlarms(final MachineThreshold threshold) {
        return calls(rejected, threshold);
    }

    /** @return how many of the events are found */
    int found(final MachineThreshold threshold) {
        return (int)confirmed.stream().filter(clips -> FoundEvent.is(calls(clips, threshold), clips.length)).count();
    }

    private static int calls(final double[] scores, final MachineThreshold threshold) {
        int calls = 0;
        for (final double score : scores) {
            calls += threshold.isAnomalous(score).toOptional().orElse(false) ? 1 : 0;
        }
        return calls;
    }
}
