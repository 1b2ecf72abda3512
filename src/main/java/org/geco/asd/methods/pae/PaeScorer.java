package org.geco.asd.methods.pae;

import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Clip;
import org.geco.asd.detect.ClipScore;
import org.geco.asd.learn.types.TypesScorer;
import org.geco.asd.mel.Spectrogram;

/**
 * Scores clips by how badly a PAE model predicts them. A clip's place is the mean squared error of each mel band,
 * 10·log10 of dB². Both are means over the members. Thread-safe; clips of one machine type wait for each other.
 */
public final class PaeScorer extends TypesScorer<PaeModel, PaeInference> {
    private final ClipError m_error;

    /** Scores in the default way, {@link PaeScoring#DEFAULT}. */
    public PaeScorer(final PaeModel model) {
        this(model, PaeScoring.DEFAULT);
    }

    /** Scores with a trained model; the scoring tells how frames become a score. */
    public PaeScorer(final PaeModel model, final PaeScoring scoring) {
        super(model, (type, member) -> new PaeInference(model, type, member));
        m_error = new ClipError(model.leastFrames(), scoring);
    }

    /** @return {@link #reconstruct(Clip)} of a model that is loaded for this clip alone */
    public static float[] reconstruct(final PaeModel model, final Clip clip) throws AsdException {
        try (PaeScorer scorer = new PaeScorer(model)) {
            return scorer.reconstruct(clip);
        }
    }

    /** Each frame is predicted once, from the block around it. */
    @Override
    protected float[] reconstruction(final PaeInference pae, final Spectrogram clip) {
        return pae.predict(new ClipError(model().leastFrames(), PaeScoring.DEFAULT).windows(clip));
    }

    @Override
    protected ClipScore score(final List<PaeInference> networks, final Clip clip) throws AsdException {
        final List<ClipError.Errors> errors =
            networks.stream().map(network -> m_error.of(network, clip.spectrogram())).toList();
        return mean(errors.stream().map(ClipError.Errors::score).toList(), clip)
            .with(ClipError.Errors.bandDecibels(errors));
    }
}
