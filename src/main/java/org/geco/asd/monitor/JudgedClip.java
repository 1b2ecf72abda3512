package org.geco.asd.monitor;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Optional;

/**
 * A clip that was judged.
 *
 * @param from when it begins, the plant's local time
 * @param to when it ends
 * @param score higher is more anomalous
 * @param pValue the share of normal clips that seem as anomalous, if known
 * @param threshold the score above which it is anomalous, if known
 * @param anomalous the decision
 * @param level in dB, if known
 * @param file what the file was like when the clip was judged, if known
 */
public record JudgedClip(ClipKey key, LocalDateTime from, LocalDateTime to, double score,
    Optional<Double> pValue, Optional<Double> threshold, boolean anomalous, Optional<Double> level,
    Optional<FileState> file) {
    /** By time; of the same time by path and place in the file. */
    public static final Comparator<JudgedClip> IN_TIME = Comparator.comparing(JudgedClip::from)
        .thenComparing(clip -> clip.key().path()).thenComparing(clip -> clip.key().start());
}
