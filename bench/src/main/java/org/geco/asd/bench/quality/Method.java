package org.geco.asd.bench.quality;

import java.io.IOException;
import java.util.List;

import org.geco.asd.common.AsdException;

/** What gives every scored clip of a fold a score, the higher the more anomalous. */
@FunctionalInterface
interface Method {
    /** Looks up what other methods give for the same fold. */
    @FunctionalInterface
    interface Others {
        List<ClipResult> of(String method) throws AsdException, IOException;
    }

    /** @return the scores of the fold's scored clips, in their order */
    double[] score(Fold fold, Others others) throws AsdException, IOException;
}
