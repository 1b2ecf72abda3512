package org.geco.asd.methods.pae;

import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Clip;
import org.geco.asd.detect.ClipScore;
import org.geco.asd.learn.types.TypesScorer;

/**
 * Scores clips by how badly a PAE model predicts them. A clip's place is the mean squared error of each mel band,
 * 10·log10 of dB². Thread-safe; clips of one machine type wait for each other.
 */
public final class PaeScorer extends TypesScorer<PaeModel, PaeInference> {
    private final ClipError m_error;

    /** Scores in the default way, {@link PaeScoring#DEFAULT}. */
    public PaeScorer(final PaeModel model) {
        this(model, PaeScoring.DEFAULT);
    }

    /** Scores with a trained model; the scoring tells how frames become a score. */
    public PaeScorer(final PaeModel model, final PaeScoring scoring) {
        super(model, type -> new PaeInference(model, type));
        m_error = new ClipError(model.leastFrames(), model.mel().mels(), scoring);
    }

    @Override
    protected ClipScore score(final PaeInference network, final Clip clip) throws AsdException {
        final ClipError.Errors errors =
            m_error.of(network, clip.spectrogram().values(), clip.spectrogram().frames());
        return ClipScore.of(errors.score(), PaeModel.METHOD, clip.name()).with(errors.bands());
    }
}
