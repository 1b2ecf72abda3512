package org.geco.asd.fusion;

/**
 * The weight γ of the clip-level score in the paper's Eqn (4), finite, at least 0, in dB² (the frame-level score is in
 * dB², the clip-level score has no unit), with how it was chosen, also in words for the user.
 */
public record Gamma(double value, Origin origin, String detail) {
    /** The paper's fixed γ (section 3.3). */
    public static final double PAPER = 200;

    /** How a γ was chosen. */
    public enum Origin {
        /** One value for all, set by the user. */
        FIXED,
        /** Looked up in the user's table. */
        TABLE,
        /** Looked up in a table that says that labels were used to choose it. */
        TABLE_WITH_LABELS,
        /** From the spread of both scores over held-out normal clips. */
        LABEL_FREE,
        /** The best on labelled clips: what is then measured on the same clips is too good. */
        GRID_SEARCH;

        /** @return whether it was chosen by looking at which clips are anomalous */
        public boolean usesLabels() {
            return this == GRID_SEARCH || this == TABLE_WITH_LABELS;
        }
    }

    /** Checks the value. */
    public Gamma {
        if (!isValid(value)) {
            throw new IllegalArgumentException("γ must be finite and at least 0, not " + value);
        }
    }

    /** @return whether it can be a γ: a negative weight would call what is far from its centre normal */
    public static boolean isValid(final double value) {
        return Double.isFinite(value) && value >= 0;
    }

    /** @return the same γ, finite, at least 0, for everything */
    public static Gamma fixed(final double value) {
        return new Gamma(value, Origin.FIXED, "fixed");
    }
}
