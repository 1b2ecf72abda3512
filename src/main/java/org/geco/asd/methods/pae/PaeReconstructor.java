package org.geco.asd.methods.pae;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Clip;
import org.geco.asd.detect.FrameReconstructor;
import org.geco.asd.learn.checkpoint.Fingerprint;
import org.geco.asd.learn.types.LoadedTypes;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;

/** Predicts masked frames with the frozen PAEs of a model. Thread-safe. Holds native memory until it is closed. */
public final class PaeReconstructor implements FrameReconstructor, AutoCloseable {
    private final PaeModel m_model;
    private final LoadedTypes<PaeInference> m_types;

    /** @param model a trained model */
    public PaeReconstructor(final PaeModel model) {
        m_model = model;
        m_types = new LoadedTypes<>(model, type -> new PaeInference(model, type));
    }

    /** @return the model that predicts */
    public PaeModel model() {
        return m_model;
    }

    @Override
    public int blockFrames() {
        return m_model.settings().architecture().blockFrames();
    }

    @Override
    public String fingerprint() {
        return m_model.types().values().stream().map(type -> Fingerprint.checksum(type.weights()))
            .collect(Collectors.joining(" "));
    }

    @Override
    public long bytes(final int machineTypes) {
        return machineTypes * PaeInference.bytes(m_model.settings().architecture(), m_model.mel().mels());
    }

    @Override
    public void check(final String machineType, final MelSettings mel) throws AsdException {
        m_model.type(machineType);
        m_model.checkMel(mel);
    }

    @Override
    public float[] predict(final String machineType, final float[] blocks, final int[] masked) throws AsdException {
        final int size = blockFrames() * m_model.mel().mels();
        if (blocks.length != masked.length * size) {
            throw new IllegalArgumentException(blocks.length + " values are not " + masked.length + " blocks of "
                + blockFrames() + " frames of " + m_model.mel().mels() + " bands");
        }
        final int[] starts = new int[masked.length];
        Arrays.setAll(starts, i -> i * blockFrames());
        return m_types.get(machineType).predict(new PaeInference.Windows(blocks, starts, masked));
    }

    /**
     * @return the clip's spectrogram as predicted, each frame once from the block around it, as the score does by
     *         default, in dB, frame after frame; an AsdException if the model cannot score the clip
     */
    public float[] predict(final Clip clip) throws AsdException {
        final Clip checked = m_model.check(clip);
        final Spectrogram spectrogram = checked.spectrogram();
        final ClipError once = new ClipError(blockFrames(), spectrogram.mels(), PaeScoring.DEFAULT);
        return m_types.get(checked.machine().type())
            .predict(once.windows(spectrogram.values(), spectrogram.frames()));
    }

    /** @return the same of a model that is loaded for this clip alone */
    public static float[] predict(final PaeModel model, final Clip clip) throws AsdException {
        try (PaeReconstructor pae = new PaeReconstructor(model)) {
            return pae.predict(clip);
        }
    }

    @Override
    public void close() {
        m_types.close();
    }
}
