package org.geco.asd.detector;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.detect.Learned;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.methods.autoencoder.AutoencoderModel;
import org.geco.asd.methods.autoencoder.AutoencoderScorer;
import org.geco.asd.methods.classifier.ClassifierModel;
import org.geco.asd.methods.classifier.ClassifierScorer;
import org.geco.asd.methods.geco.GecoModel;
import org.geco.asd.methods.geco.GecoScorer;
import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.methods.pae.PaeScorer;
import org.geco.asd.methods.pae.PaeScoring;
import org.geco.asd.outlier.OutlierModel;
import org.geco.asd.statistics.SpectralStatistics;
import org.geco.asd.statistics.StatisticsSettings;

/** One score of a detector: what was learned for it, and how clips are scored with that. */
public sealed interface Part {
    /** @return name of the score, as the ensemble and the thresholds know it */
    String score();

    /** @return what was learned */
    Learned learned();

    /** @return how it is used, all but what was learned */
    Use use();

    /** @return scores clips; an AsdException if the numerical library cannot be started */
    PartScorer scorer() throws AsdException;

    /** @return the model of spectrograms that it scores with, which knows their settings; empty if it has none */
    default Optional<org.geco.asd.detect.Model> network() {
        return learned() instanceof final org.geco.asd.detect.Model model ? Optional.of(model) : Optional.empty();
    }

    /** Refuses spectrograms of other settings than it was learned from. */
    default void check(final MelSettings mel) throws AsdException {
        final Optional<org.geco.asd.detect.Model> network = network();
        if (network.isPresent()) {
            Checks.require(!network.get().hearsWaveforms(), "The " + network.get().method() + " of the score \""
                + score() + "\" hears the recordings themselves, and a detector gives its models spectrograms only.",
                "Compose the detector of other models, e.g. a classifier with another network.");
            network.get().checkMel(mel);
        }
    }

    /** Which of the parts below, in a file. */
    enum Kind {
        PAE, GECO, CLASSIFIER, AUTOENCODER, STATISTICS
    }

    /** A part without what was learned; each setting is of one kind only. */
    record Use(String score, Kind kind, Optional<PaeScoring> pae, Optional<StatisticsSettings> statistics) { }

    /** The prediction errors of a PAE. */
    record Pae(String score, PaeModel learned, PaeScoring scoring) implements Part {
        @Override
        public Use use() {
            return new Use(score, Kind.PAE, Optional.of(scoring), Optional.empty());
        }

        @Override
        public PartScorer scorer() {
            return PartScorer.of(new PaeScorer(learned, scoring));
        }
    }

    /** The distances of GeCo. */
    record Geco(String score, GecoModel learned) implements Part {
        @Override
        public Use use() {
            return new Use(score, Kind.GECO, Optional.empty(), Optional.empty());
        }

        @Override
        public PartScorer scorer() throws AsdException {
            return PartScorer.of(new GecoScorer(learned));
        }
    }

    /** How little the machine is recognised. */
    record Classifier(String score, ClassifierModel learned) implements Part {
        @Override
        public Use use() {
            return new Use(score, Kind.CLASSIFIER, Optional.empty(), Optional.empty());
        }

        @Override
        public PartScorer scorer() throws AsdException {
            return PartScorer.of(new ClassifierScorer(learned));
        }
    }

    /** The reconstruction errors of the challenge's autoencoder. */
    record Autoencoder(String score, AutoencoderModel learned) implements Part {
        @Override
        public Use use() {
            return new Use(score, Kind.AUTOENCODER, Optional.empty(), Optional.empty());
        }

        @Override
        public PartScorer scorer() {
            return PartScorer.of(new AutoencoderScorer(learned));
        }
    }

    /** How far statistics of a spectrogram lie from normal ones. */
    record Statistics(String score, OutlierModel learned, StatisticsSettings statistics) implements Part {
        @Override
        public Use use() {
            return new Use(score, Kind.STATISTICS, Optional.empty(), Optional.of(statistics));
        }

        @Override
        public void check(final MelSettings mel) throws AsdException {
            final int length = statistics.length(mel.mels());
            Checks.require(length == learned.length(), "The outlier model was learned from vectors of "
                + learned.length() + " values, the statistics have " + length + ".",
                "Choose the statistics that the model was learned from.");
        }

        @Override
        public PartScorer scorer() {
            final SpectralStatistics vectors = new SpectralStatistics(statistics);
            return PartScorer.each(clip -> vectors.of(clip.spectrogram())
                .flatMap(vector -> learned.score(clip.machine(), vector)));
        }
    }

    /** @return the part that is used so, with what was learned, from the beginning of its file */
    static Part read(final Use use, final InputStream in) throws IOException, AsdException {
        return switch (use.kind()) {
            case PAE -> new Pae(use.score(), PaeModel.read(in), use.pae().orElseThrow(Part::incomplete));
            case GECO -> new Geco(use.score(), GecoModel.read(in));
            case CLASSIFIER -> new Classifier(use.score(), ClassifierModel.read(in));
            case AUTOENCODER -> new Autoencoder(use.score(), AutoencoderModel.read(in));
            case STATISTICS -> new Statistics(use.score(), OutlierModel.read(in),
                use.statistics().orElseThrow(Part::incomplete));
        };
    }

    private static IllegalArgumentException incomplete() {
        return new IllegalArgumentException("a part lacks its settings");
    }
}
