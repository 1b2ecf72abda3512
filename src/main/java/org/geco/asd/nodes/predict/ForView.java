package org.geco.asd.nodes.predict;

import org.geco.asd.detect.ClipScore;

/** What a predictor keeps for its view, beside the scored table and the model. */
public interface ForView {
    /** Hears of a clip that was scored, by the index of its row in the scored table. */
    default void scored(final int index, final ClipScore score) { }

    /** @return what is kept once all clips are scored */
    default Record kept(final ScoredColumns columns) {
        return columns;
    }
}
