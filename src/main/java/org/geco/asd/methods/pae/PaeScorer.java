package org.geco.asd.methods.pae;

import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Clip;
import org.geco.asd.detect.ClipScore;
import org.geco.asd.detect.Differences;
import org.geco.asd.learn.types.Means;
import org.geco.asd.learn.types.TypesScorer;
import org.geco.asd.mel.Spectrogram;

/**
 * Scores clips by how badly a PAE model predicts them. A clip's place is the mean squared error of each mel band,
 * 10·log10 of dB². Both are means over the members. Thread-safe; clips of one machine type wait for each other.
 */
public final class PaeScorer extends TypesScorer<PaeModel, PaeInference> {
    private final ClipError m_error;
    private final PaeScoring m_scoring;

    /** Scores in the default way, {@link PaeScoring#DEFAULT}. */
    public PaeScorer(final PaeModel model) {
        this(model, PaeScoring.DEFAULT);
    }

    /** Scores with a trained model; the scoring tells how frames become a score. */
    public PaeScorer(final PaeModel model, final PaeScoring scoring) {
        super(model, (type, member) -> new PaeInference(model, type, member));
        m_scoring = scoring;
        m_error = new ClipError(model.leastFrames(), scoring);
    }

    /**
     * @return a clip as the model predicts it, each frame once from the block around it, of several members the mean,
     *         in dB, frame after frame; fails if the model cannot score it
     */
    public static float[] reconstruct(final PaeModel model, final Clip clip) throws AsdException {
        try (PaeScorer scorer = new PaeScorer(model)) {
            final Clip checked = model.check(clip);
            final Spectrogram spectrogram = checked.spectrogram();
            final PaeInference.Windows once = scorer.m_error.windows(spectrogram.values(), spectrogram.frames());
            return Means.of(scorer.networks(checked.machine().type()).stream().map(pae -> pae.predict(once)).toList());
        }
    }

    @Override
    public Differences differences() {
        return super.differences().and(Differences.between(m_scoring, PaeScoring.DEFAULT).settings());
    }

    @Override
    protected ClipScore score(final List<PaeInference> networks, final Clip clip) throws AsdException {
        final List<ClipError.Errors> errors =
            networks.stream().map(network -> m_error.of(network, clip.spectrogram())).toList();
        return mean(errors.stream().map(ClipError.Errors::score).toList(), clip)
            .with(ClipError.Errors.bandDecibels(errors));
    }
}
