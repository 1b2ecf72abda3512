package org.geco.asd.calibration;

/** What is done for a machine whose held-out clips are too few to promise the false-alarm rate. */
public enum FewClips {
    /** Its scores are ranked among those of all machines of its type; if that is too few, as below. */
    POOL_WITH_TYPE,
    /** It gets the smallest rate that its clips can promise. */
    SMALLEST_RATE,
    /** It gets no decision. */
    NO_DECISION
}
