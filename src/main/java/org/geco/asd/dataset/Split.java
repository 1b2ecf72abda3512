package org.geco.asd.dataset;

import java.util.Locale;
import java.util.Optional;

/** What a clip is for. */
public enum Split {
    /** A normal recording to learn from. */
    TRAIN("train"),
    /** A recording to be judged. */
    TEST("test");

    private final String m_text;

    Split(final String text) {
        m_text = text;
    }

    /** @return how tables and folders name it: {@code train} or {@code test} */
    public String text() {
        return m_text;
    }

    /** @return the split that a word in a path means, if any */
    static Optional<Split> of(final String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "train", "training" -> Optional.of(TRAIN);
            case "test", "source_test", "target_test", "eval", "evaluation" -> Optional.of(TEST);
            default -> Optional.empty();
        };
    }
}
