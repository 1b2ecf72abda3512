package org.geco.asd.detector;

import java.util.List;
import java.util.function.Function;

import org.geco.asd.common.Outcome;
import org.geco.asd.detect.Clip;
import org.geco.asd.detect.ClipScore;
import org.geco.asd.detect.Scorer;

/** Gives clips one of a detector's scores. For one thread at a time; may hold native memory until it is closed. */
interface PartScorer extends AutoCloseable {
    /** @return for each clip, in their order, its score, or why it has none */
    List<Outcome<Double>> score(List<Clip> clips);

    /** Frees the native memory. */
    @Override
    void close();

    /** @return scores by a network */
    static PartScorer of(final Scorer scorer) {
        return new PartScorer() {
            @Override
            public List<Outcome<Double>> score(final List<Clip> clips) {
                return scorer.score(clips).stream().map(score -> score.map(ClipScore::score)).toList();
            }

            @Override
            public void close() {
                scorer.close();
            }
        };
    }

    /** @return scores of one clip after the other, which hold no memory */
    static PartScorer each(final Function<Clip, Outcome<Double>> score) {
        return new PartScorer() {
            @Override
            public List<Outcome<Double>> score(final List<Clip> clips) {
                return clips.stream().map(score).toList();
            }

            @Override
            public void close() {
                // nothing
            }
        };
    }
}
