package org.geco.asd.methods.pae;

import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.detect.Clip;
import org.geco.asd.detect.ClipScore;
import org.geco.asd.detect.Scorer;
import org.geco.asd.mel.Spectrogram;

/**
 * Scores clips with a PAE model: the prediction error in dB², the larger the more anomalous. A clip's place is
 * the mean squared error of each mel band, 10·log10 of dB². Holds native memory for each machine type that was scored
 * until it is closed. Thread-safe; clips of one machine type wait for each other.
 */
public final class PaeScorer implements Scorer {
    private final PaeModel m_model;
    private final ClipError m_error;
    private final LoadedTypes m_types;

    /** Scores in the default way, {@link PaeScoring#DEFAULT}. */
    public PaeScorer(final PaeModel model) {
        this(model, PaeScoring.DEFAULT);
    }

    /** Scores with a trained model; the scoring tells how frames become a score. */
    public PaeScorer(final PaeModel model, final PaeScoring scoring) {
        m_model = model;
        m_types = new LoadedTypes(model);
        m_error = new ClipError(model.settings().architecture().blockFrames(), model.mel().mels(), scoring);
    }

    @Override
    public PaeModel model() {
        return m_model;
    }

    @Override
    public List<Outcome<ClipScore>> scoreGroup(final List<Clip> clips) {
        return clips.stream().map(clip -> Outcome.attempt(() -> score(clip))).toList();
    }

    private ClipScore score(final Clip clip) throws AsdException {
        final Spectrogram spectrogram = clip.spectrogram();
        final ClipError.Errors errors =
            m_error.of(m_types.get(clip.machine().type()), spectrogram.values(), spectrogram.frames());
        return ClipScore.of(errors.score(), m_model.method(), clip.name()).with(errors.bands());
    }

    @Override
    public void close() {
        m_types.close();
    }
}
