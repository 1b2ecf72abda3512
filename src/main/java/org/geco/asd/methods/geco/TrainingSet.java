package org.geco.asd.methods.geco;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.geco.asd.clips.ClipCache;
import org.geco.asd.clips.ClipChecks;
import org.geco.asd.clips.ClipSource;
import org.geco.asd.clips.ReadAhead;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;

/**
 * The training clips after one look at each: which machines there are, how to standardise, and that all are usable.
 *
 * @param source the clips
 * @param mel how their spectrograms were computed
 * @param classes the machines in order: the classes of the classifier
 * @param bands standardisation of each band
 */
record TrainingSet(ClipSource source, MelSettings mel, List<MachineId> classes, BandStandardisation bands) {

    static TrainingSet inspect(final ClipSource source, final GecoArchitecture architecture,
        final ProgressMonitor progress) throws AsdException {
        if (source.size() == 0) {
            throw new AsdException("There are no clips to train GeCo with.",
                "Choose rows of normal training clips.");
        }
        final TreeSet<MachineId> classes = new TreeSet<>();
        final MelSettings mel = source.load(0).settings();
        final BandStandardisation.Estimator bands = new BandStandardisation.Estimator(mel.mels());
        try (ReadAhead clips = new ReadAhead(source, ReadAhead.inOrder(source.size()))) {
            for (int i = 0; i < source.size(); i++) {
                progress.checkCanceled();
                progress.report((double)i / source.size(), "Looking at clip " + (i + 1) + " of " + source.size());
                classes.add(source.machine(i));
                final Spectrogram clip = clips.next(progress);
                check(clip, source.name(i), mel, architecture);
                bands.add(clip.values());
            }
        }
        if (classes.size() < 2) {
            throw new AsdException("GeCo learns to tell machines apart, but all training clips are of one machine: "
                + classes.first() + ".", "Add normal clips of at least one more machine ID or machine type.",
                "Or score with the PAE alone, which needs no second machine.");
        }
        return new TrainingSet(source, mel, List.copyOf(classes), bands.result());
    }

    /**
     * Looks at clips that are measured but not trained on.
     *
     * @param heldOut the clips
     * @return the same classes and standardisation for these clips
     * @throws AsdException if one is unusable
     */
    TrainingSet measured(final ClipSource heldOut, final GecoArchitecture architecture,
        final ProgressMonitor progress) throws AsdException {
        try (ReadAhead clips = new ReadAhead(heldOut, ReadAhead.inOrder(heldOut.size()))) {
            for (int i = 0; i < heldOut.size(); i++) {
                progress.checkCanceled();
                check(clips.next(progress), heldOut.name(i), mel, architecture);
            }
        }
        return new TrainingSet(heldOut, mel, classes, bands);
    }

    private static void check(final Spectrogram clip, final String name, final MelSettings mel,
        final GecoArchitecture architecture) throws AsdException {
        ClipChecks.sameMel(mel, "the first clip", clip.settings(), name);
        ClipChecks.frames(clip, name, "GeCo", architecture.patchFrames());
        ClipChecks.numbers(clip, name);
    }

    /**
     * @param bytes to keep
     * @return the same clips, as many of them kept in memory as fit
     */
    TrainingSet kept(final long bytes) {
        return new TrainingSet(new ClipCache(source, bytes), mel, classes, bands);
    }

    int size() {
        return source.size();
    }

    int classOf(final int clip) {
        return classes.indexOf(source.machine(clip));
    }

    /** Clips of each machine, for the centres. */
    int[][] clipsByClass() {
        final int[] classOf = IntStream.range(0, size()).map(this::classOf).toArray();
        return IntStream.range(0, classes.size())
            .mapToObj(c -> IntStream.range(0, size()).filter(i -> classOf[i] == c).toArray()).toArray(int[][]::new);
    }
}
