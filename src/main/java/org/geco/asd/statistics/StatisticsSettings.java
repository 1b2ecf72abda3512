package org.geco.asd.statistics;

import java.io.Serializable;
import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;

/**
 * What a spectrogram is summed up by; at least one of them.
 *
 * @param ranks for each r a rank-weighted mean over time of each band: 0 is the maximum, 1 the mean; each from 0 to 1
 * @param deviation whether each band's standard deviation over time is one more statistic
 * @param differences whether each band's mean absolute difference from frame to frame is one more statistic
 */
public record StatisticsSettings(List<Double> ranks, boolean deviation, boolean differences) implements Serializable {
    /** Takes a copy of the list. */
    public StatisticsSettings {
        ranks = List.copyOf(ranks);
    }

    /** @throws AsdException naming what is out of its range */
    public void check() throws AsdException {
        for (final double rank : ranks) {
            Checks.range(rank >= 0 && rank <= 1, "A rank weight r of the pooling over time", rank, "0 to 1");
        }
        Checks.require(perBand() > 0, "No statistic is chosen.",
            "Choose at least one: a rank weight r, the deviation or the differences.");
    }

    private int perBand() {
        return ranks.size() + (deviation ? 1 : 0) + (differences ? 1 : 0);
    }

    /** @return how many values the vector of a spectrogram of so many bands has */
    public int length(final int mels) {
        return perBand() * mels;
    }
}
