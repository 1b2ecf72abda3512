package org.geco.asd.bench.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.outlier.OutlierLearner;
import org.geco.asd.outlier.OutlierModel;
import org.geco.asd.outlier.OutlierSettings;
import org.geco.asd.outlier.VectorSample;
import org.geco.asd.statistics.SpectralStatistics;
import org.geco.asd.statistics.StatisticsSettings;

/** Statistics of the spectrogram and how far they lie from those of normal clips. */
final class TrainingFree {
    /** What is summed up of a clip. */
    @FunctionalInterface
    interface Picture {
        Spectrogram of(Fold fold, int clip) throws AsdException;
    }

    private TrainingFree() {
    }

    /**
     * @param statistics what a clip is summed up by
     * @param outlier how far is far
     * @param all whether it learns from held-out clips, too, which then have leave-one-out scores; nothing else can
     */
    static Method of(final StatisticsSettings statistics, final OutlierSettings outlier, final boolean all) {
        return of(new SpectralStatistics(statistics), outlier, all, (fold, clip) -> fold.set().spectrogram(clip));
    }

    /** The same of something else than the spectrogram. */
    static Method of(final SpectralStatistics vectors, final OutlierSettings outlier, final boolean all,
        final Picture picture) {
        return (fold, others) -> {
            final int[] normal = IntStream
                .concat(IntStream.of(all ? fold.heldOut() : new int[0]), IntStream.of(fold.training())).toArray();
            final OutlierModel model =
                OutlierLearner.learn(samples(fold, vectors, picture, normal), outlier, ProgressMonitor.NONE);
            final List<VectorSample> scored = samples(fold, vectors, picture, fold.scored());
            final double[] scores = new double[scored.size()];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = model.score(scored.get(i).machine(), scored.get(i).vector().get()).get();
            }
            return scores;
        };
    }

    private static List<VectorSample> samples(final Fold fold, final SpectralStatistics vectors,
        final Picture picture, final int[] clips) throws AsdException {
        final List<VectorSample> samples = new ArrayList<>();
        for (final int clip : clips) {
            samples.add(new VectorSample(fold.clips().get(clip).machine(), vectors.of(picture.of(fold, clip))));
        }
        return samples;
    }
}
