package org.geco.asd.clips;

import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.mel.Spectrogram;

/** Some of the clips of another source, by their indices there, in this order. */
public record ClipSubset(ClipSource source, int[] clips) implements ClipSource {
    @Override
    public int size() {
        return clips.length;
    }

    @Override
    public MachineId machine(final int index) {
        return source.machine(clips[index]);
    }

    @Override
    public Object recording(final int index) {
        return source.recording(clips[index]);
    }

    @Override
    public boolean isHeldOut(final int index) {
        return source.isHeldOut(clips[index]);
    }

    @Override
    public String name(final int index) {
        return source.name(clips[index]);
    }

    @Override
    public Spectrogram load(final int index) throws AsdException {
        return source.load(clips[index]);
    }
}
