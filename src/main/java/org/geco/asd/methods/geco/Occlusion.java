package org.geco.asd.methods.geco;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Clip;
import org.geco.asd.learn.patches.Patches;
import org.geco.asd.learn.patches.TemporalMean;
import org.geco.asd.mel.Spectrogram;

/**
 * Where in a clip its score comes from, by occlusion (Zeiler and Fergus, <i>Visualizing and Understanding Convolutional
 * Networks</i>, ECCV 2014, section 4.2). In the patches that the network sees, one rectangle after the other of an
 * eighth of the bands and a fifth of the frames is made as usual: each band gets its mean over normal clips of the
 * machine. What 1 − cosine of the patch to the centre falls by is the rectangle's. They overlap by half; a point has
 * the mean over those that it lies in, and over the members of an ensemble, times how far its level is from the usual
 * one, in parts of the clip's mean deviation: where a rectangle is only partly unusual, that part is marked. Below 0 it
 * makes the clip more usual; what no patch covers has 0.
 */
public final class Occlusion {
    private static final int BANDS = 8;
    private static final int FRAMES = 5;

    /** Patches of a clip of 10 s in an ensemble of five: in more, rectangles do not overlap. */
    private static final int MANY = 25;

    private final GecoScorer m_scorer;
    private final Clip m_clip;
    private final List<Spectrogram> m_normal;
    private final int m_mels;
    private final int m_frames;

    /** A rectangle of a patch or a clip: first frame and band, and how many. */
    public record Area(int frame, int frames, int band, int bands) { }

    /**
     * The map and what it says.
     *
     * @param falls of 1 − cosine, weighted [frame][band], one after the other
     * @param most the rectangle, of the same size, in which they are largest
     * @param score mean 1 − cosine of the clip's patches
     * @param without the same with {@code most} made as usual
     */
    public record Result(float[] falls, Area most, double score, double without) { }

    private Occlusion(final GecoScorer scorer, final Clip clip, final List<Spectrogram> normal) {
        m_scorer = scorer;
        m_clip = clip;
        m_normal = normal;
        m_mels = clip.spectrogram().mels();
        m_frames = scorer.model().settings().architecture().patchFrames();
    }

    /**
     * @param scorer of a model that knows the clip's machine
     * @param normal clips of the same machine, one at least
     * @throws AsdException if the model cannot score one of the clips
     */
    public static Result where(final GecoScorer scorer, final Clip clip, final List<Spectrogram> normal)
        throws AsdException {
        scorer.model().check(clip);
        for (final Spectrogram other : normal) {
            scorer.model().check(new Clip(clip.machine(), other, clip.name()));
        }
        return new Occlusion(scorer, clip, normal).result();
    }

    private Result result() throws AsdException {
        final int frames = Math.max(1, m_frames / FRAMES);
        final int bands = Math.max(1, m_mels / BANDS);
        final double[] sum = new double[m_clip.spectrogram().values().length];
        final List<Occluded> members = new ArrayList<>();
        for (int m = 0; m < m_scorer.embedders().size(); m++) {
            members.add(new Occluded(m_scorer, m, m_clip, m_normal));
        }
        final int overlap = members.size() * members.get(0).patches() <= MANY ? 2 : 1;
        final List<Area> areas = areas(frames, bands, overlap);
        members.forEach(member -> member.add(areas, 1.0 / members.size(), sum));
        weight(sum);
        final Area most = most(sum, frames, bands);
        return new Result(floats(sum), most,
            members.stream().mapToDouble(Occluded::distance).average().orElseThrow(),
            members.stream().mapToDouble(member -> member.without(most)).average().orElseThrow());
    }

    /** Multiplies each point by how many dB it is from what is usual for its band, relative to all points. */
    private void weight(final double[] map) {
        final List<Spectrogram> like =
            m_scorer.model().settings().input().removesMean() ? List.of(m_clip.spectrogram()) : m_normal;
        final double[] usual = new double[m_mels];
        for (final Spectrogram clip : like) {
            final float[] mean = TemporalMean.of(clip);
            Arrays.setAll(usual, b -> usual[b] + mean[b] / like.size());
        }
        final float[] levels = m_clip.spectrogram().values();
        final double[] away = new double[map.length];
        Arrays.setAll(away, i -> Math.abs(levels[i] - usual[i % m_mels]));
        final double mean = Math.max(Double.MIN_NORMAL, Arrays.stream(away).average().orElseThrow());
        Arrays.setAll(map, i -> map[i] * away[i] / mean);
    }

    private List<Area> areas(final int frames, final int bands, final int overlap) {
        final List<Area> all = new ArrayList<>();
        for (final int frame : places(m_frames, frames, overlap)) {
            for (final int band : places(m_mels, bands, overlap)) {
                all.add(new Area(frame, frames, band, bands));
            }
        }
        return all;
    }

    /** From the first to the last. */
    private static int[] places(final int all, final int size, final int overlap) {
        return Patches.evenlySpaced(all, size, Optional.of(1 + (overlap * (all - size) + size - 1) / size));
    }

    /** The rectangle of this size with the largest sum, by sums over all points before each (an integral image). */
    private Area most(final double[] map, final int frames, final int bands) {
        final int all = map.length / m_mels;
        final double[][] before = new double[all + 1][m_mels + 1];
        Area most = new Area(0, frames, 0, bands);
        double largest = Double.NEGATIVE_INFINITY;
        for (int t = 1; t <= all; t++) {
            for (int b = 1; b <= m_mels; b++) {
                before[t][b] = map[(t - 1) * m_mels + b - 1] + before[t - 1][b] + before[t][b - 1]
                    - before[t - 1][b - 1];
                if (t >= frames && b >= bands) {
                    final double sum = before[t][b] - before[t - frames][b] - before[t][b - bands]
                        + before[t - frames][b - bands];
                    if (sum > largest) {
                        largest = sum;
                        most = new Area(t - frames, frames, b - bands, bands);
                    }
                }
            }
        }
        return most;
    }

    private static float[] floats(final double[] values) {
        final float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float)values[i];
        }
        return floats;
    }
}
