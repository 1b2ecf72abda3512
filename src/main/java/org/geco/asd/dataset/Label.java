package org.geco.asd.dataset;

import java.util.Locale;
import java.util.Optional;

/** What is known about the state of the machine in a clip. */
public enum Label {
    /** It ran as it should. */
    NORMAL,
    /** It had a fault. */
    ANOMALY,
    /** Nobody said, as for a challenge's evaluation set: the clip can be ranked, but takes no part in AUC and pAUC. */
    UNKNOWN;

    /** @return how tables and file names call it */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return the label that a word in a path means, if any */
    public static Optional<Label> of(final String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "normal", "ok", "good", "healthy" -> Optional.of(NORMAL);
            case "anomaly", "abnormal", "anomalous", "faulty", "fault", "bad" -> Optional.of(ANOMALY);
            case "", "unknown" -> Optional.of(UNKNOWN);
            default -> Optional.empty();
        };
    }
}
