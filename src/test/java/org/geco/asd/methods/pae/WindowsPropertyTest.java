package org.geco.asd.methods.pae;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.common.Seeds;
import org.geco.asd.learn.types.EpochWindows;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.methods.pae.PaeInference.Windows;
import org.geco.asd.methods.pae.PaeScoring.Aggregation;
import org.geco.asd.methods.pae.PaeScoring.Coverage;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Which windows are trained on and which are scored. */
class WindowsPropertyTest {

    private record Window(int clip, int frame, int masked) {
    }

    private static List<Window> epoch(final int[] frames, final int stride, final long group, final int epoch) {
        final List<Spectrogram> clips = new ArrayList<>();
        for (int i = 0; i < frames.length; i++) {
            clips.add(numbered(100 + i, frames[i]));
        }
        final List<Window> windows = new ArrayList<>();
        try (EpochWindows pulled =
            new EpochWindows(Synthetic.source(clips, List.of()), frames, 5, stride, group, new Seeds(9))) {
            pulled.startEpoch(epoch);
            while (pulled.hasNext()) {
                final EpochWindows.Window next = pulled.next(ProgressMonitor.NONE);
                windows.add(new Window((int)next.clip().values()[0], next.frame(), next.masked()));
            }
        } catch (final AsdException e) {
            throw new IllegalStateException(e);
        }
        return windows;
    }

    private static Spectrogram numbered(final int number, final int frames) {
        final float[] values = new float[frames * Synthetic.MEL.mels()];
        values[0] = number;
        return new Spectrogram(Synthetic.MEL, frames, values);
    }

    @Property(tries = 100)
    void anEpochOfStrideOneHasEveryWindowOnce(@ForAll @Size(min = 1, max = 6) final List<@IntRange(min = 5, max = 40)
        Integer> lengths, @ForAll @IntRange(min = 1, max = 100) final int group) {
        final int[] frames = lengths.stream().mapToInt(Integer::intValue).toArray();
        final Set<List<Integer>> expected = new HashSet<>();
        for (int i = 0; i < frames.length; i++) {
            for (int start = 0; start + 5 <= frames[i]; start++) {
                expected.add(List.of(100 + i, start));
            }
        }
        final List<Window> windows = epoch(frames, 1, group, 0);
        assertThat(windows).hasSameSizeAs(expected).allSatisfy(w -> assertThat(w.masked()).isBetween(0, 4));
        assertThat(windows.stream().map(w -> List.of(w.clip(), w.frame()))).containsExactlyInAnyOrderElementsOf(
            expected);
    }

    @Property(tries = 100)
    void everyClipIsInEveryEpochAtTheStride(@ForAll @Size(min = 1, max = 6) final List<@IntRange(min = 5, max = 40)
        Integer> lengths, @ForAll @IntRange(min = 2, max = 60) final int stride) {
        final int[] frames = lengths.stream().mapToInt(Integer::intValue).toArray();
        final List<Window> windows = epoch(frames, stride, Long.MAX_VALUE, 3);
        for (int i = 0; i < frames.length; i++) {
            final int clip = 100 + i;
            final int[] starts =
                windows.stream().filter(w -> w.clip() == clip).mapToInt(Window::frame).sorted().toArray();
            assertThat(starts).isNotEmpty();
            assertThat(starts[0]).isLessThan(stride);
            assertThat(starts[starts.length - 1] + 5).isLessThanOrEqualTo(frames[i]);
            for (int n = 1; n < starts.length; n++) {
                assertThat(starts[n] - starts[n - 1]).isEqualTo(stride);
            }
        }
    }

    @Property(tries = 20)
    void epochsDifferAndRepeat(@ForAll @IntRange(min = 0, max = 50) final int epoch) {
        final int[] frames = {60, 50};
        assertThat(epoch(frames, 2, 1000, epoch)).isEqualTo(epoch(frames, 2, 1000, epoch))
            .isNotEqualTo(epoch(frames, 2, 1000, epoch + 1));
    }

    private static Windows scored(final Coverage coverage, final int frames) {
        return new ClipError(5, new PaeScoring(coverage, Aggregation.MEAN, 10))
            .windows(new Spectrogram(Synthetic.MEL, frames, new float[frames * Synthetic.MEL.mels()]));
    }

    @Property(tries = 60)
    void everyFrameIsPredictedOnceByDefault(@ForAll @IntRange(min = 5, max = 100) final int frames) {
        final Windows windows = scored(Coverage.EACH_FRAME_ONCE, frames);
        final int[] counts = new int[frames];
        for (int i = 0; i < windows.count(); i++) {
            final int start = windows.start().applyAsInt(i);
            final int masked = windows.masked().applyAsInt(i);
            assertThat(start).isBetween(0, frames - 5);
            assertThat(masked).isBetween(0, 4);
            counts[start + masked]++;
        }
        assertThat(counts).containsOnly(1);
    }

    @Property(tries = 60)
    void everyWindowAndEveryCentreAreUsedOnRequest(@ForAll @IntRange(min = 5, max = 100) final int frames) {
        assertThat(scored(Coverage.EVERY_WINDOW, frames).count()).isEqualTo(5 * (frames - 4));
        final Windows centres = scored(Coverage.CENTRE_FRAME, frames);
        assertThat(IntStream.range(0, centres.count()).map(centres.start())).hasSize(frames - 4)
            .doesNotHaveDuplicates();
        assertThat(IntStream.range(0, centres.count()).map(centres.masked())).containsOnly(2);
    }
}
