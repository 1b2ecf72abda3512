package org.geco.asd.learn.patches;

import java.util.ArrayList;
import java.util.List;

import org.apache.commons.math3.ml.clustering.CentroidCluster;
import org.apache.commons.math3.ml.clustering.DoublePoint;
import org.apache.commons.math3.ml.clustering.KMeansPlusPlusClusterer;
import org.apache.commons.math3.ml.distance.EuclideanDistance;
import org.apache.commons.math3.random.Well19937c;
import org.geco.asd.clips.ClipSource;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.common.Seeds;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.learn.Learner.LearnedPart;
import org.geco.asd.learn.PartClips;

/**
 * The centre of each machine's cluster: the direction of the mean of its training patches' directions. Or several
 * centres: k-means of its training clips' embeddings, each of length 1, and the directions of the means (Wilkinghoff,
 * <i>Design Choices for Learning Embeddings from Auxiliary Tasks for Domain Generalization in Anomalous Sound
 * Detection</i>, ICASSP 2023).
 */
final class Centres {
    private static final int ITERATIONS = 100;

    private final int m_count;
    private final double[] m_sum;
    private final List<DoublePoint> m_clips = new ArrayList<>();

    private Centres(final int count, final int size) {
        m_count = count;
        m_sum = new double[size];
    }

    /** The centres [machine][centre][channel] of the clips that a network was trained on. */
    static float[][][] of(final PatchSettings settings, final LearnedPart trained, final ProgressMonitor progress)
        throws AsdException {
        final PartClips clips = trained.clips();
        final float[][][] centres = new float[clips.machines().size()][][];
        final ClipSource source = clips.trainingClips();
        try (PatchEmbedder embedder = new PatchEmbedder(settings, clips.standardisation(), trained.weights())) {
            for (int c = 0; c < centres.length; c++) {
                final MachineId machine = clips.machines().get(c);
                progress.report((double)c / centres.length, "Centre of " + machine);
                final Centres machines =
                    new Centres(settings.scoring().centres(), settings.network().embeddingSize());
                embedder.embed(source, clips.trainingClipsOf(machine), progress,
                    (clip, patches) -> machines.add(patches));
                centres[c] =
                    machines.result(new Seeds(settings.training().seed()).part("centres").stream(machine.toString())
                        .nextLong());
            }
        }
        return centres;
    }

    private void add(final float[] patches) {
        if (m_count == 1) {
            Vectors.addDirections(patches, m_sum);
        } else {
            final double[] clip = new double[m_sum.length];
            Vectors.addDirections(patches, clip);
            m_clips.add(new DoublePoint(Vectors.unit(clip)));
        }
    }

    /** As many as wanted: of fewer clips than centres, or clusters, the first one is repeated. */
    private float[][] result(final long seed) {
        if (m_count == 1) {
            return new float[][]{Vectors.direction(m_sum)};
        }
        final List<CentroidCluster<DoublePoint>> clusters =
            new KMeansPlusPlusClusterer<DoublePoint>(Math.min(m_count, m_clips.size()), ITERATIONS,
                new EuclideanDistance(), new Well19937c(seed)).cluster(m_clips);
        final float[][] centres = new float[m_count][];
        for (int i = 0; i < m_count; i++) {
            centres[i] =
                Vectors.direction(clusters.get(i < clusters.size() ? i : 0).getCenter().getPoint());
        }
        return centres;
    }
}
