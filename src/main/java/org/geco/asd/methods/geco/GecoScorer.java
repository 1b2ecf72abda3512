package org.geco.asd.methods.geco;

import org.geco.asd.common.AsdException;
import org.geco.asd.learn.patches.PatchesScorer;

/** Scores clips by the distance from the centre of their machine (paper, section 2.3). For one thread at a time. */
public final class GecoScorer extends PatchesScorer<GecoModel> {
    /** Fails if ND4J cannot start. */
    public GecoScorer(final GecoModel model) throws AsdException {
        super(model);
    }
}
