package org.geco.asd.calibration;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import org.geco.asd.common.Outcome;

/** What one machine's held-out normal scores tell about fresh ones. Immutable. */
public final class MachineThreshold {
    private final int m_clips;
    private final Ranks m_ranks;

    /** Empty if scores are ranked as they are. */
    private final Optional<StudentScale> m_scale;
    private final int m_alarms;

    /** Why there is no threshold, or what is to be known of it; may be empty. */
    private final String m_note;
    private final Outcome<GammaFit> m_gamma;

    private MachineThreshold(final double[] heldOut, final Ranks ranks, final Optional<StudentScale> scale,
        final int alarms, final String note) {
        m_clips = heldOut.length;
        m_ranks = ranks;
        m_scale = scale;
        m_alarms = alarms;
        m_note = note;
        m_gamma = GammaFit.of(heldOut);
    }

    /**
     * @param heldOut finite, ascending
     * @param pool what scores of machines of its type are ranked among if its own are too few
     */
    static MachineThreshold of(final double[] heldOut, final ThresholdSettings settings, final TypePool pool) {
        final Ranks own = new Ranks(heldOut);
        final int alarms = own.alarms(settings.rate());
        if (alarms > 0) {
            return new MachineThreshold(heldOut, own, Optional.empty(), alarms, "");
        } else if (heldOut.length == 0) {
            return new MachineThreshold(heldOut, own, Optional.empty(), 0, "there is no held-out clip with a score");
        }
        final String few = String.format(Locale.ROOT,
            "%d held-out clips are too few for a false-alarm rate of %s, which takes %d", heldOut.length,
            Double.toString(settings.rate()), Ranks.fewest(settings.rate()));
        final Optional<StudentScale> scale =
            settings.fewClips() == FewClips.POOL_WITH_TYPE ? StudentScale.of(heldOut) : Optional.empty();
        if (scale.isPresent() && pool.ranks().clips() > heldOut.length) {
            final Ranks ranks = pool.ranks();
            final int pooled = Math.max(ranks.alarms(settings.rate()), 1);
            return new MachineThreshold(heldOut, ranks, scale, pooled, few + String.format(Locale.ROOT,
                "; ranked among all %d of its machine type, which keep %.4f approximately", ranks.clips(),
                pooled / (ranks.clips() + 1.0)));
        }
        return new MachineThreshold(heldOut, own, Optional.empty(),
            settings.fewClips() == FewClips.NO_DECISION ? 0 : 1, few + String.format(Locale.ROOT,
                "; the smallest rate that can be promised is %.4f", 1 / (heldOut.length + 1.0)));
    }

    /** @return number of the machine's own held-out clips */
    public int clips() {
        return m_clips;
    }

    /** @return the score above which a clip is called anomalous, or why there is none */
    public Outcome<Double> threshold() {
        return decided(() -> {
            final double value = m_ranks.threshold(m_alarms);
            return m_scale.map(scale -> scale.score(value)).orElse(value);
        });
    }

    /** @return the probability that a fresh normal clip is called anomalous, ties aside; or why none is */
    public Outcome<Double> rate() {
        return decided(() -> m_alarms / (m_ranks.clips() + 1.0));
    }

    /** @return whether the false-alarm rate that was asked for is not kept, or not exactly */
    public boolean isLimited() {
        return !m_note.isEmpty();
    }

    /** @return why the rate is not kept, or not exactly; empty if it is */
    public String note() {
        return m_note;
    }

    /** @return the second opinion, or why there is none */
    public Outcome<GammaFit> gamma() {
        return m_gamma;
    }

    /** @return the conformal p-value of a finite score, in (0, 1]: the share of normal clips that seem as anomalous */
    public double pValue(final double score) {
        return m_ranks.pValue(scaled(score));
    }

    /** @return whether the p-value is at most the rate, or why that is not said */
    public Outcome<Boolean> isAnomalous(final double score) {
        return decided(() -> m_ranks.isAlarm(scaled(score), m_alarms));
    }

    private double scaled(final double score) {
        return m_scale.map(scale -> scale.of(score)).orElse(score);
    }

    private <T> Outcome<T> decided(final Supplier<T> value) {
        return m_alarms == 0 ? Outcome.failed(m_note) : Outcome.of(value.get());
    }
}
