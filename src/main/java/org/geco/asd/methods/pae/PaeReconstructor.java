package org.geco.asd.methods.pae;

import java.util.stream.Collectors;

import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Differences;
import org.geco.asd.detect.FrameReconstructor;
import org.geco.asd.learn.checkpoint.Fingerprint;
import org.geco.asd.learn.types.LoadedTypes;
import org.geco.asd.mel.MelSettings;

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
    public Differences differences() {
        return m_model.differences();
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
        return m_types.get(machineType, m_member)
            .predict(new PaeInference.Windows(blocks, masked.length, i -> i * blockFrames(), i -> masked[i]));
    }

    @Override
    public void close() {
        m_types.close();
    }
}
