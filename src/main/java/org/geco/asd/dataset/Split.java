package org.geco.asd.dataset;

import java.util.Locale;
import java.util.Optional;

/** What a clip is for. */
public enum Split {
    /** A normal recording to learn from. */
    TRAIN("train"),
    /** A normal recording that no learner trains on: it tells when to stop, what scores are usual, where to alarm. */
    HELD_OUT("held-out"),
    /** A recording to be judged. */
    TEST("test");

    private final String m_text;

    Split(final String text) {
        m_text = text;
    }

    /** @return how tables and folders name it: e.g. {@code train} */
    public String text() {
        return m_text;
    }

    /** @return the split that a word in a path means, if any */
    static Optional<Split> of(final String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "train", "training" -> Optional.of(TRAIN);
            case "held-out", "held_out", "heldout" -> Optional.of(HELD_OUT);
            case "test", "source_test", "target_test", "eval", "evaluation" -> Optional.of(TEST);
            default -> Optional.empty();
        };
    }
}
