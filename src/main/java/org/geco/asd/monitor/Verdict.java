package org.geco.asd.monitor;

import java.util.Locale;

/** What someone who listened says of a clip that was called anomalous. */
public enum Verdict {
    /** It is anomalous. */
    CONFIRMED,
    /** It is normal: a false alarm. */
    REJECTED;

    /** @return as the history has it */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
