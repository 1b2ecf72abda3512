package org.geco.asd.learn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.geco.asd.clips.ClipCache;
import org.geco.asd.clips.ClipSource;
import org.geco.asd.clips.ClipSubset;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Provenance;
import org.geco.asd.mel.MelSettings;

/**
 * The clips of one part of a training after one look at each: all are usable, of the same features.
 *
 * @param name of the part
 * @param source all clips of the training
 * @param mel how the spectrograms were computed
 * @param machines the machines of the part, ascending
 * @param training indices of the clips to train on, ascending
 * @param frames number of frames of each of them
 * @param heldOut indices of the clips that are only measured, ascending
 * @param standardisation of the clips to train on
 * @param contents what is trained on, machine by machine
 * @param content a checksum of all clips in their order, values and machines
 */
public record PartClips(PartName name, ClipSource source, MelSettings mel, List<MachineId> machines, int[] training,
    int[] frames, int[] heldOut, Standardisation standardisation, List<Provenance.Clips> contents, String content) {
    /** @return the same clips for a network that was trained with another standardisation */
    public PartClips with(final Standardisation other) {
        return new PartClips(name, source, mel, machines, training, frames, heldOut, other, contents, content);
    }

    /** @return the same clips for a member of this name */
    PartClips with(final PartName other) {
        return new PartClips(other, source, mel, machines, training, frames, heldOut, standardisation, contents,
            content);
    }

    /** @return the same clips, as many of them kept in memory as fit into so many bytes */
    PartClips kept(final long bytes) {
        return new PartClips(name, new ClipCache(source, bytes), mel, machines, training, frames, heldOut,
            standardisation, contents, content);
    }

    /** @return the clips to train on, in the order of {@link #frames()} */
    public ClipSource trainingClips() {
        return new ClipSubset(source, training);
    }

    /** @return frames of all clips to train on */
    public long frameCount() {
        return Arrays.stream(frames).asLongStream().sum();
    }

    /** @return bytes of the spectrograms of all clips to train on */
    public long bytes() {
        return frameCount() * mel.mels() * Float.BYTES;
    }

    /** @return the machine's index among {@link #machines()}: its class */
    public int classOf(final MachineId machine) {
        return machines.indexOf(machine);
    }

    /** @return indices of the machine's clips among {@link #trainingClips()} */
    public int[] trainingClipsOf(final MachineId machine) {
        return IntStream.range(0, training.length).filter(i -> source.machine(training[i]).equals(machine)).toArray();
    }
}
