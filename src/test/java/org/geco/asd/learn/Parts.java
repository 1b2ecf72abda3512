package org.geco.asd.learn;

import java.util.List;
import java.util.stream.IntStream;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;

/** Parts of trainings that are not run. */
public final class Parts {

    private Parts() {
    }

    /** @return all clips of a source as the only part, as a training reads them */
    public static PartClips read(final Learner<?> learner, final ClipSource source) throws AsdException {
        return new PartReader(learner, source, source.load(0).settings()).read(new PartName(learner.method(), ""),
            IntStream.range(0, source.size()).toArray(), ProgressMonitor.NONE, warning -> { }).get();
    }

    /** @return a part of one clip that nobody reads */
    public static PartClips of(final String name, final MelSettings mel, final int frames) {
        return new PartClips(new PartName("PAE", name), null, mel, List.of(new MachineId(name, "00")), new int[]{0},
            new int[]{frames}, new int[0], Standardisation.of(0, 1), List.of(), "");
    }

    /** @return how many parts are trained at once */
    public static int atOnce(final Learner<?> learner, final List<PartClips> parts, final int megabytes,
        final int cores) throws AsdException {
        return Resources.of(learner, parts, MemoryBudget.of(megabytes), cores).atOnce();
    }

    /** @return bytes of spectrograms that each of them may keep */
    public static long cacheBytes(final Learner<?> learner, final List<PartClips> parts, final int megabytes,
        final int cores) throws AsdException {
        return Resources.of(learner, parts, MemoryBudget.of(megabytes), cores).cacheBytes();
    }

    /** @return clips in another order */
    public static ClipSource reordered(final ClipSource source, final int... order) {
        return new ClipSource() {
            @Override
            public int size() {
                return order.length;
            }

            @Override
            public MachineId machine(final int index) {
                return source.machine(order[index]);
            }

            @Override
            public String name(final int index) {
                return source.name(order[index]);
            }

            @Override
            public Spectrogram load(final int index) throws AsdException {
                return source.load(order[index]);
            }
        };
    }

    /** @return 0 to n − 1 with a and b exchanged */
    public static int[] exchanged(final int n, final int a, final int b) {
        return IntStream.range(0, n).map(i -> i == a ? b : i == b ? a : i).toArray();
    }
}
