package org.geco.asd.bench.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.outlier.OutlierLearner;
import org.geco.asd.outlier.OutlierSettings;
import org.geco.asd.outlier.VectorSample;
import org.geco.asd.statistics.SpectralStatistics;
import org.geco.asd.statistics.StatisticsSettings;

/** Statistics of the spectrogram and how far they lie from those of normal clips. */
final class TrainingFree {
    private TrainingFree() {
    }

    /**
     * Learns from all normal clips: those held out have leave-one-out scores.
     *
     * @return the method
     */
    static Method of(final StatisticsSettings statistics, final OutlierSettings outlier) {
        final SpectralStatistics vectors = new SpectralStatistics(statistics);
        return (fold, others) -> {
            final int[] normal =
                IntStream.concat(IntStream.of(fold.heldOut()), IntStream.of(fold.training())).toArray();
            final List<VectorSample> samples = samples(fold, vectors, normal);
            final OutlierLearner.Result learned =
                OutlierLearner.learn(samples, outlier, ProgressMonitor.NONE);
            final List<VectorSample> test = samples(fold, vectors, fold.test());
            final double[] scores = new double[fold.heldOut().length + test.size()];
            for (int i = 0; i < scores.length; i++) {
                final int at = i - fold.heldOut().length;
                scores[i] = at < 0 ? learned.leaveOneOut().get(i).get()
                    : learned.model().score(test.get(at).machine(), test.get(at).vector().get()).get();
            }
            return scores;
        };
    }

    private static List<VectorSample> samples(final Fold fold, final SpectralStatistics vectors, final int[] clips)
        throws AsdException {
        final List<VectorSample> samples = new ArrayList<>();
        for (final int clip : clips) {
            samples.add(new VectorSample(fold.clips().get(clip).machine(), vectors.of(fold.set().spectrogram(clip))));
        }
        return samples;
    }
}
