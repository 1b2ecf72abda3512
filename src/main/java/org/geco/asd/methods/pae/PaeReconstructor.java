package org.geco.asd.methods.pae;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Clip;
import org.geco.asd.detect.FrameReconstructor;
import org.geco.asd.learn.checkpoint.Fingerprint;
import org.geco.asd.learn.types.LoadedTypes;
import org.geco.asd.learn.types.Means;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;

/**
 * Predicts masked frames with the frozen PAEs of one member of a model. Thread-safe. Holds native memory until it is
 * closed.
 */
public final class PaeReconstructor implements FrameReconstructor {
    private final PaeModel m_model;
    private final int m_member;
    private final LoadedTypes<PaeInference> m_types;

    /** @param model a trained model, whose first member predicts */
    public PaeReconstructor(final PaeModel model) {
        this(model, 1);
    }

    private PaeReconstructor(final PaeModel model, final int member) {
        m_model = model;
        m_member = member;
        m_types = new LoadedTypes<>(model, (type, weights) -> new PaeInference(model, type, weights));
    }

    /** @return the model that predicts */
    public PaeModel model() {
        return m_model;
    }

    @Override
    public PaeReconstructor member(final int member) {
        return new PaeReconstructor(m_model, (member - 1) % m_model.settings().members() + 1);
    }

    @Override
    public int blockFrames() {
        return m_model.settings().architecture().blockFrames();
    }

    @Override
    public String fingerprint() {
        return m_model.types().values().stream().flatMap(type -> type.members().stream())
            .map(Fingerprint::checksum).collect(Collectors.joining(" "));
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
        return m_types.get(machineType, m_member).predict(new PaeInference.Windows(blocks, starts, masked));
    }

    /**
     * @return the clip's spectrogram as predicted, each frame once from the block around it, as the score does by
     *         default, in dB, frame after frame; an AsdException if the model cannot score the clip
     */
    public float[] predict(final Clip clip) throws AsdException {
        final Clip checked = m_model.check(clip);
        final Spectrogram spectrogram = checked.spectrogram();
        final ClipError once = new ClipError(blockFrames(), spectrogram.mels(), PaeScoring.DEFAULT);
        return m_types.get(checked.machine().type(), m_member)
            .predict(once.windows(spectrogram.values(), spectrogram.frames()));
    }

    /** @return the same of a model that is loaded for this clip alone, the mean of all members' predictions */
    public static float[] predict(final PaeModel model, final Clip clip) throws AsdException {
        final List<float[]> predictions = new ArrayList<>();
        for (int member = 1; member <= model.settings().members(); member++) {
            try (PaeReconstructor pae = new PaeReconstructor(model, member)) {
                predictions.add(pae.predict(clip));
            }
        }
        return Means.of(predictions);
    }

    @Override
    public void close() {
        m_types.close();
    }
}
