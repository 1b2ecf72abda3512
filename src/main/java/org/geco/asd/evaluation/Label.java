package org.geco.asd.evaluation;

/** What is known about a clip. */
public enum Label {
    /** The machine ran as it should. */
    NORMAL,
    /** The machine had a fault. */
    ANOMALY,
    /** Nobody said: the clip can be ranked, but takes no part in AUC and pAUC. */
    UNKNOWN
}
