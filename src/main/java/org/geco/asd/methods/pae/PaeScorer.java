package org.geco.asd.methods.pae;

import org.geco.asd.common.AsdException;
import org.geco.asd.mel.Spectrogram;

/**
 * Scores clips with a PAE model. A clip's score depends on nothing but the clip and the model. Holds native memory for
 * each machine type that was scored until it is closed. Thread-safe; clips of one machine type wait for each other.
 */
public final class PaeScorer implements AutoCloseable {

    private final PaeModel m_model;

    private final ClipError m_error;

    private final LoadedTypes m_types;

    /**
     * Scores in the default way, {@link PaeScoring#DEFAULT}.
     *
     * @param model a trained model
     */
    public PaeScorer(final PaeModel model) {
        this(model, PaeScoring.DEFAULT);
    }

    /**
     * @param model a trained model
     * @param scoring how frames become a score
     */
    public PaeScorer(final PaeModel model, final PaeScoring scoring) {
        m_model = model;
        m_types = new LoadedTypes(model);
        m_error = new ClipError(model.settings().architecture().blockFrames(), model.mel().mels(), scoring);
    }

    /**
     * @param machineType the clip's machine type
     * @param clip its spectrogram
     * @return the prediction error, dB², the larger the more anomalous
     * @throws AsdException if there is no PAE for the machine type, or the spectrogram is of other settings, shorter
     *             than one window, or not finite
     */
    public double score(final String machineType, final Spectrogram clip) throws AsdException {
        m_model.checkMel(clip.settings());
        final int length = m_model.settings().architecture().blockFrames();
        if (clip.frames() < length) {
            throw new AsdException("The clip has " + clip.frames() + " frames, the PAE needs at least " + length + ".",
                "Leave out clips that are so short, or extract spectrograms with a smaller hop.");
        }
        final double score = m_error.of(m_types.get(machineType), clip.values(), clip.frames());
        if (!Double.isFinite(score)) {
            throw new AsdException("The clip's PAE score is " + score
                + ": its spectrogram holds values that are not numbers.", "Extract the spectrogram again.");
        }
        return score;
    }

    /** Frees the native memory. */
    @Override
    public void close() {
        m_types.close();
    }
}
