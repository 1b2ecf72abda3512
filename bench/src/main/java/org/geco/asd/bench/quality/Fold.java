package org.geco.asd.bench.quality;

import java.util.List;
import java.util.stream.IntStream;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.dataset.SoundClip;
import org.geco.asd.dataset.Split;
import org.geco.asd.mel.Spectrogram;

/**
 * A set as all methods see it for one seed, which says what is held out and is that of trainings, too.
 *
 * @param clips all of the set, by their index
 * @param training indices of the clips to train on
 * @param heldOut indices of the normal clips to score, but not to train on
 * @param test indices of the labelled clips to score
 * @param hearsWaveforms whether methods get them beside the spectrograms
 */
record Fold(QualitySet set, long seed, List<SoundClip> clips, int[] training, int[] heldOut, int[] test,
    boolean hearsWaveforms) {
    static Fold of(final QualitySet set, final long seed) throws AsdException {
        final List<SoundClip> clips = set.clips(seed);
        return new Fold(set, seed, clips, indices(clips, Split.TRAIN, Label.ANOMALY),
            indices(clips, Split.HELD_OUT, Label.ANOMALY), indices(clips, Split.TEST, Label.UNKNOWN), false);
    }

    private static int[] indices(final List<SoundClip> clips, final Split split, final Label useless) {
        return IntStream.range(0, clips.size())
            .filter(i -> clips.get(i).split() == split && clips.get(i).label() != useless).toArray();
    }

    /** @return indices of the clips to score: those held out, then those of the test */
    int[] scored() {
        return IntStream.concat(IntStream.of(heldOut), IntStream.of(test)).toArray();
    }

    /** @return the same for a method that hears waveforms beside spectrograms, or not */
    Fold hearing(final boolean waveforms) {
        return new Fold(set, seed, clips, training, heldOut, test, waveforms);
    }

    /** @return what a method hears of a clip */
    Spectrogram load(final int clip) throws AsdException {
        return hearsWaveforms ? set.heard(clip) : set.spectrogram(clip);
    }

    /** @return the clips to train on */
    ClipSource source() {
        return new ClipSource() {
            @Override
            public int size() {
                return training.length;
            }

            @Override
            public MachineId machine(final int index) {
                return clips.get(training[index]).machine();
            }

            @Override
            public String name(final int index) {
                return set.path(clips.get(training[index]));
            }

            @Override
            public Spectrogram load(final int index) throws AsdException {
                return Fold.this.load(training[index]);
            }
        };
    }
}
