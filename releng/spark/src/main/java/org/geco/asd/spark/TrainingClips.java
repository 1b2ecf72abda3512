package org.geco.asd.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

import org.geco.asd.audio.Section;
import org.geco.asd.clips.ClipSource;
import org.geco.asd.cluster.SpectrogramFiles;
import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.engine.NamedClip;
import org.geco.asd.learn.stop.StopRules;
import org.geco.asd.mel.Spectrogram;

/** What networks are trained on: clips whose spectrograms are in files. Sent to workers. */
record TrainingClips(SpectrogramFiles files, ArrayList<Clip> clips) implements ClipSource, Serializable {
    /** A clip that is trained on, or is held out. */
    record Clip(NamedClip clip, boolean heldOut) implements Serializable { }

    /** @return those that a training by these rules takes: held-out ones if they decide when it stops */
    TrainingClips of(final StopRules stop) {
        final boolean measured = stop.patience() > 0 && stop.heldOutShare() == 0;
        return new TrainingClips(files,
            new ArrayList<>(clips.stream().filter(clip -> measured || !clip.heldOut()).toList()));
    }

    /** @return the machines of those that are trained on */
    List<MachineId> machines() {
        return clips.stream().filter(clip -> !clip.heldOut()).map(clip -> clip.clip().machine()).distinct().sorted()
            .toList();
    }

    @Override
    public int size() {
        return clips.size();
    }

    @Override
    public MachineId machine(final int index) {
        return clips.get(index).clip().machine();
    }

    @Override
    public String name(final int index) {
        return "'" + clips.get(index).clip().path() + "'";
    }

    @Override
    public Object recording(final int index) {
        return Section.path(clips.get(index).clip().path());
    }

    @Override
    public boolean isHeldOut(final int index) {
        return clips.get(index).heldOut();
    }

    @Override
    public Spectrogram load(final int index) throws AsdException {
        return files.read(clips.get(index).clip().path());
    }
}
