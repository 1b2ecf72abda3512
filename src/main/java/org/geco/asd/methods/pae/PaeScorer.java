package org.geco.asd.methods.pae;

import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Clip;
import org.geco.asd.detect.ClipScore;
import org.geco.asd.learn.types.Means;
import org.geco.asd.learn.types.TypesScorer;

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

    /**
     * @return a clip as the model predicts it, each frame once from the block around it, of several members the mean,
     *         in dB, frame after frame; fails if the model cannot score it
     */
    public float[] reconstruct(final Clip clip) throws AsdException {
        final Clip checked = model().check(clip);
        final PaeInference.Windows once =
            new ClipError(model().leastFrames(), PaeScoring.DEFAULT).windows(checked.spectrogram());
        return Means.of(networks(checked.machine().type()).stream().map(pae -> pae.predict(once)).toList());
    }

    /** @return the same of a model that is loaded for this clip alone */
    public static float[] reconstruct(final PaeModel model, final Clip clip) throws AsdException {
        try (PaeScorer scorer = new PaeScorer(model)) {
            return scorer.reconstruct(clip);
        }
    }

    @Override
    protected ClipScore score(final List<PaeInference> networks, final Clip clip) throws AsdException {
        final List<ClipError.Errors> errors =
            networks.stream().map(network -> m_error.of(network, clip.spectrogram())).toList();
        return mean(errors.stream().map(ClipError.Errors::score).toList(), clip)
            .with(ClipError.Errors.bandDecibels(errors));
    }
}
