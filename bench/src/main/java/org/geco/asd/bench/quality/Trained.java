package org.geco.asd.bench.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.SoundClip;
import org.geco.asd.detect.Clip;
import org.geco.asd.detect.ClipScore;
import org.geco.asd.detect.Model;
import org.geco.asd.detect.Scorer;
import org.geco.asd.learn.Learner;
import org.geco.asd.learn.Training;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.methods.autoencoder.AutoencoderLearner;
import org.geco.asd.methods.autoencoder.AutoencoderScorer;
import org.geco.asd.methods.autoencoder.AutoencoderSettings;
import org.geco.asd.methods.classifier.ClassifierLearner;
import org.geco.asd.methods.classifier.ClassifierScorer;
import org.geco.asd.methods.classifier.ClassifierSettings;
import org.geco.asd.methods.geco.GecoLearner;
import org.geco.asd.methods.geco.GecoScorer;
import org.geco.asd.methods.geco.GecoSettings;
import org.geco.asd.methods.pae.PaeLearner;
import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.methods.pae.PaeReconstructor;
import org.geco.asd.methods.pae.PaeScorer;
import org.geco.asd.methods.pae.PaeSettings;
import org.geco.asd.outlier.OutlierLearner;
import org.geco.asd.outlier.OutlierModel;
import org.geco.asd.outlier.OutlierSettings;
import org.geco.asd.outlier.VectorSample;
import org.geco.asd.statistics.SpectralStatistics;
import org.geco.asd.statistics.StatisticsSettings;

/** Methods that train a network. */
final class Trained {
    /** The PAE that was trained last: GeCo needs that of its fold right after it was scored. */
    private Optional<KnownPae> m_pae = Optional.empty();

    private record KnownPae(PaeSettings settings, String set, PaeModel model) {
    }

    Method pae(final PaeSettings settings) {
        return (fold, others) -> {
            try (PaeScorer scorer = new PaeScorer(paeModel(settings, fold))) {
                return scores(scorer, fold);
            }
        };
    }

    /** @return how far the errors by band lie from those of the training clips */
    Method paeBands(final PaeSettings settings, final OutlierSettings outlier) {
        return (fold, others) -> {
            try (PaeScorer scorer = new PaeScorer(paeModel(settings, fold))) {
                final OutlierModel model =
                    OutlierLearner.learn(places(scorer, fold, fold.training()), outlier, ProgressMonitor.NONE);
                return places(scorer, fold, fold.scored()).stream()
                    .mapToDouble(sample -> model.score(sample.machine(), sample.vector().value()).value()).toArray();
            }
        };
    }

    /** @return how far the statistics of what the PAE did not predict lie from those of normal clips */
    Method paeResidual(final PaeSettings settings, final StatisticsSettings statistics, final OutlierSettings outlier) {
        return (fold, others) -> {
            try (PaeScorer pae = new PaeScorer(paeModel(settings, fold))) {
                return TrainingFree.of(new SpectralStatistics(statistics), outlier, true, (f, clip) -> {
                    final Spectrogram heard = f.set().spectrogram(clip);
                    final float[] residual = pae.reconstruct(clip(f, clip));
                    for (int i = 0; i < residual.length; i++) {
                        residual[i] = heard.values()[i] - residual[i];
                    }
                    return new Spectrogram(heard.settings(), heard.frames(), residual);
                }).score(fold, others);
            }
        };
    }

    private static List<VectorSample> places(final Scorer scorer, final Fold fold, final int[] clips)
        throws AsdException {
        final List<VectorSample> places = new ArrayList<>();
        final List<ClipScore> scores = clipScores(scorer, fold, clips);
        for (int i = 0; i < clips.length; i++) {
            final float[] place = scores.get(i).embedding().orElseThrow();
            places.add(new VectorSample(fold.clips().get(clips[i]).machine(),
                Outcome.of(IntStream.range(0, place.length).mapToDouble(v -> place[v]).toArray())));
        }
        return places;
    }

    /** @return GeCo with a PAE of these settings */
    Method geco(final PaeSettings pae, final GecoSettings settings) {
        return (fold, others) -> {
            try (PaeReconstructor frames = new PaeReconstructor(paeModel(pae, fold));
                    GecoScorer scorer = new GecoScorer(
                        train(new GecoLearner(seeded(settings, fold.seed()), Optional.of(frames)), fold))) {
                return scores(scorer, fold);
            }
        };
    }

    Method classifier(final ClassifierSettings settings) {
        return (fold, others) -> {
            final Fold heard = fold.hearing(settings.hearsWaveforms());
            try (ClassifierScorer scorer = new ClassifierScorer(train(
                new ClassifierLearner(settings.with(settings.training().withSeed(fold.seed()))), heard))) {
                return scores(scorer, heard);
            }
        };
    }

    Method autoencoder(final AutoencoderSettings settings) {
        return (fold, others) -> {
            try (AutoencoderScorer scorer = new AutoencoderScorer(train(
                new AutoencoderLearner(settings.with(settings.training().withSeed(fold.seed()))), fold))) {
                return scores(scorer, fold);
            }
        };
    }

    private PaeModel paeModel(final PaeSettings settings, final Fold fold) throws AsdException {
        final PaeSettings seeded = settings.with(settings.training().withSeed(fold.seed()));
        final Optional<KnownPae> known = m_pae
            .filter(pae -> pae.settings().equals(seeded) && pae.set().equals(fold.set().name()));
        if (known.isPresent()) {
            return known.get().model();
        }
        final PaeModel model = train(new PaeLearner(seeded), fold);
        m_pae = Optional.of(new KnownPae(seeded, fold.set().name(), model));
        return model;
    }

    private static GecoSettings seeded(final GecoSettings s, final long seed) {
        return s.with(s.training().withSeed(seed));
    }

    private static <M extends Model> M train(final Learner<M> learner, final Fold fold) throws AsdException {
        return Training.run(learner, fold.source(), ProgressMonitor.NONE, report -> { });
    }

    private static double[] scores(final Scorer scorer, final Fold fold) throws AsdException {
        return clipScores(scorer, fold, fold.scored()).stream().mapToDouble(ClipScore::score).toArray();
    }

    private static Clip clip(final Fold fold, final int index) throws AsdException {
        final SoundClip sound = fold.clips().get(index);
        return new Clip(sound.machine(), fold.load(index), fold.set().path(sound));
    }

    private static List<ClipScore> clipScores(final Scorer scorer, final Fold fold, final int[] indices)
        throws AsdException {
        final List<Clip> clips = new ArrayList<>();
        for (final int clip : indices) {
            clips.add(clip(fold, clip));
        }
        final List<ClipScore> scores = new ArrayList<>();
        for (final Outcome<ClipScore> score : scorer.score(clips)) {
            scores.add(score.get());
        }
        return scores;
    }
}
