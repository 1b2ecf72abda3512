package org.geco.asd.methods.geco;

import java.util.Arrays;
import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Clip;
import org.geco.asd.learn.patches.PatchEmbedder;
import org.geco.asd.learn.patches.Vectors;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.methods.geco.Occlusion.Area;

/** The patches of a clip as one member of an ensemble sees them, and how far they are from the centre. */
final class Occluded {
    private final PatchEmbedder m_embedder;
    private final int m_mels;
    private final int[] m_starts;
    private final float[] m_patches;

    /** Of each band. */
    private final float[] m_usual;
    private final float[] m_centre;
    private final double[] m_cosines;

    Occluded(final GecoScorer scorer, final int member, final Clip clip, final List<Spectrogram> normal)
        throws AsdException {
        m_embedder = scorer.embedders().get(member);
        m_mels = clip.spectrogram().mels();
        m_starts = m_embedder.starts(clip.spectrogram());
        m_patches = m_embedder.patches(clip.spectrogram());
        m_usual = usual(normal);
        final float[] embeddings = m_embedder.embed(List.of(clip.spectrogram())).get(0);
        m_centre = scorer.centre(member, clip.machine(), embeddings);
        m_cosines = new double[m_starts.length];
        Arrays.setAll(m_cosines, p -> Vectors.cosine(embeddings, p * m_centre.length, m_centre));
    }

    /** The mean of each band over the patches of clips. */
    private float[] usual(final List<Spectrogram> clips) {
        final double[] sum = new double[m_mels];
        int frames = 0;
        for (final Spectrogram clip : clips) {
            final float[] patches = m_embedder.patches(clip);
            for (int i = 0; i < patches.length; i++) {
                sum[i % m_mels] += patches[i];
            }
            frames += patches.length / m_mels;
        }
        final float[] usual = new float[m_mels];
        for (int b = 0; b < m_mels; b++) {
            usual[b] = (float)(sum[b] / frames);
        }
        return usual;
    }

    int patches() {
        return m_starts.length;
    }

    /** @return mean 1 − cosine */
    double distance() {
        return 1 - Arrays.stream(m_cosines).average().orElseThrow();
    }

    /** Adds to each point of the clip the weighted mean of what the areas of a patch that hold it take away. */
    void add(final List<Area> areas, final double weight, final double[] sum) {
        final Area[] all = new Area[m_starts.length * areas.size()];
        Arrays.setAll(all, i -> areas.get(i % areas.size()));
        final double[] cosines = occluded(all);
        final double[] falls = new double[sum.length];
        final int[] counts = new int[sum.length];
        for (int i = 0; i < all.length; i++) {
            final int patch = i / areas.size();
            for (int t = all[i].frame(); t < all[i].frame() + all[i].frames(); t++) {
                final int from = (m_starts[patch] + t) * m_mels + all[i].band();
                for (int point = from; point < from + all[i].bands(); point++) {
                    falls[point] += cosines[i] - m_cosines[patch];
                    counts[point]++;
                }
            }
        }
        for (int point = 0; point < sum.length; point++) {
            sum[point] += counts[point] == 0 ? 0 : weight * falls[point] / counts[point];
        }
    }

    /** @return mean 1 − cosine with an area of the clip made as usual */
    double without(final Area area) {
        final int frames = m_patches.length / m_starts.length / m_mels;
        final Area[] all = new Area[m_starts.length];
        Arrays.setAll(all, p -> {
            final int from = Math.min(frames, Math.max(0, area.frame() - m_starts[p]));
            final int to = Math.min(frames, Math.max(0, area.frame() + area.frames() - m_starts[p]));
            return new Area(from, to - from, area.band(), area.bands());
        });
        return 1 - Arrays.stream(occluded(all)).average().orElseThrow();
    }

    /** @return the cosine of each patch with each of its areas made as usual; as many areas for each patch */
    private double[] occluded(final Area... areas) {
        final int size = m_patches.length / m_starts.length;
        final int each = areas.length / m_starts.length;
        final float[] block = new float[m_embedder.block() * size];
        final double[] cosines = new double[areas.length];
        for (int from = 0; from < areas.length; from += m_embedder.block()) {
            final int count = Math.min(m_embedder.block(), areas.length - from);
            for (int i = 0; i < count; i++) {
                final int patch = (from + i) / each;
                System.arraycopy(m_patches, patch * size, block, i * size, size);
                replace(areas[from + i], block, i * size);
            }
            final float[] embeddings = m_embedder.embed(block, count);
            for (int i = 0; i < count; i++) {
                cosines[from + i] = Vectors.cosine(embeddings, i * m_centre.length, m_centre);
            }
        }
        return cosines;
    }

    private void replace(final Area area, final float[] block, final int to) {
        for (int t = area.frame(); t < area.frame() + area.frames(); t++) {
            System.arraycopy(m_usual, area.band(), block, to + t * m_mels + area.band(), area.bands());
        }
    }
}
