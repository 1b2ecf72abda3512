package org.geco.asd.bench.quality;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.ensemble.Combination;
import org.geco.asd.fusion.Gamma;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.methods.autoencoder.AutoencoderSettings;
import org.geco.asd.methods.classifier.ClassifierArchitecture.Network;
import org.geco.asd.methods.classifier.ClassifierSettings;
import org.geco.asd.methods.classifier.ClassifierSettings.Score;
import org.geco.asd.methods.geco.GecoSettings;
import org.geco.asd.methods.pae.PaeSettings;
import org.geco.asd.nn.classify.HeadSettings;
import org.geco.asd.outlier.OutlierSettings;
import org.geco.asd.statistics.StatisticsSettings;

/** All methods by their names. A new one, or a variant to be measured, is one more line here. */
final class Methods {
    /** The training-free row that every table has, and that the others are compared with. */
    static final String BASE = "statistic";

    /** What is compared if nothing is said. */
    static final List<String> USUAL = List.of(BASE, "statistic-train", "statistic-max", "autoencoder", "pae-small",
        "geco-small", "fused-small", "detect-small", "excess-small", "mean-small", "with-pae-small");

    /** The rows of the paper's two tables that have a method here; its λ ramp, which the others are compared with. */
    static final List<String> TABLES = List.of(BASE, "autoencoder", "idnn", "pae-quick", "mobilenet-quick",
        "stgram-quick", "adacos-quick", "resnet-quick", "resnet-distance-quick", "geco-lambda-0-quick",
        "geco-lambda-1-quick", "geco-lambda-10-quick", "geco-quick", "fused-quick", "detect-quick");
    static final String RAMP = "geco-quick";

    private static final HeadSettings SUB_CLUSTERS =
        new HeadSettings(HeadSettings.Form.SUB_CLUSTER_ADA_COS, 0.5, 64, true, 16);

    /** As the node Spectral Statistics, unless something else is said. */
    private static final StatisticsSettings STATISTICS = new StatisticsSettings(List.of(0.0, 1.0), true, false);

    private final Map<String, Method> m_methods = new LinkedHashMap<>();

    Methods() {
        // as the nodes do it, unless something else is said
        final OutlierSettings distance = mahalanobis(3, Optional.empty());
        m_methods.put(BASE, TrainingFree.of(STATISTICS, distance, true));
        m_methods.put("statistic-train", TrainingFree.of(STATISTICS, distance, false));
        m_methods.put("statistic-max", pooled(0));
        m_methods.put("statistic-mean", pooled(1));
        m_methods.put("statistic-whole", TrainingFree.of(STATISTICS, mahalanobis(1, Optional.empty()), true));
        final Trained trained = new Trained();
        m_methods.put("autoencoder", trained.autoencoder(small(AutoencoderSettings.DCASE)));
        m_methods.put("idnn", trained.autoencoder(small(AutoencoderSettings.IDNN)));
        final ClassifierSettings resNet = ClassifierSettings.small(Network.RES_NET_18, 1);
        m_methods.put("resnet-quick", trained.classifier(resNet));
        m_methods.put("resnet-distance-quick", trained.classifier(resNet.with(resNet.head(), Score.DISTANCE)));
        m_methods.put("adacos-quick", trained.classifier(resNet.with(SUB_CLUSTERS, Score.DISTANCE)));
        m_methods.put("mobilenet-quick", trained.classifier(ClassifierSettings.small(Network.MOBILE_NET_V2, 1)));
        m_methods.put("stgram-quick", trained.classifier(ClassifierSettings.small(Network.STGRAM_MFN, 1)));
        networks("quick", trained, PaeSettings.QUICK, GecoSettings.QUICK);
        networks("small", trained, PaeSettings.SMALL_DATA, GecoSettings.SMALL_DATA);
    }

    private void networks(final String preset, final Trained trained, final PaeSettings pae,
        final GecoSettings geco) {
        final String error = "pae-" + preset;
        final String distance = "geco-" + preset;
        m_methods.put(error, trained.pae(pae));
        m_methods.put("pae-bands-" + preset, trained.paeBands(pae, mahalanobis(1, Optional.empty())));
        m_methods.put("pae-residual-" + preset, trained.paeResidual(pae, STATISTICS, mahalanobis(3, Optional.empty())));
        m_methods.put(distance, trained.geco(pae, geco));
        GecoVariants.of(geco).forEach((option, settings) -> m_methods.put("geco-" + option + "-" + preset,
            trained.geco(pae, settings)));
        m_methods.put("fused-" + preset, Combined.fused(error, distance, Gamma.PAPER));
        m_methods.put("detect-" + preset, Combined.led(BASE, distance));
        m_methods.put("led-pae-" + preset, Combined.led(BASE, distance, error));
        m_methods.put("excess-" + preset, Combined.ensemble(Combination.EXCESS, BASE, distance));
        m_methods.put("mean-" + preset, Combined.ensemble(Combination.MEAN, BASE, distance));
        m_methods.put("with-bands-" + preset,
            Combined.ensemble(Combination.EXCESS, BASE, distance, "pae-bands-" + preset));
        m_methods.put("with-pae-" + preset, Combined.ensemble(Combination.EXCESS, BASE, distance, error));
    }

    /** One rank-weighted mean over time; the covariance is shrunk half-way. */
    private static Method pooled(final double rank) {
        return TrainingFree.of(new StatisticsSettings(List.of(rank), false, false),
            mahalanobis(1, Optional.of(0.5)), true);
    }

    /** A machine has a covariance of its own from 50 clips on. */
    private static OutlierSettings mahalanobis(final int parts, final Optional<Double> shrinkage) {
        return new OutlierSettings(OutlierSettings.Method.MAHALANOBIS, OutlierSettings.Scaling.NONE, parts, 1, false,
            shrinkage, 1, 50, 0);
    }

    /** With some dozens of clips the challenge's batches of 512 and 100 epochs are too few steps an epoch. */
    private static AutoencoderSettings small(final AutoencoderSettings settings) {
        final TrainingSettings training = settings.training();
        return settings.with(TrainingSettings.of(20, 128, training.learningRate(), training.rates()));
    }

    Method of(final String name) throws AsdException {
        final Method method = m_methods.get(name);
        if (method == null) {
            throw new AsdException("There is no method \"" + name + "\".",
                "Choose some of " + String.join(", ", m_methods.keySet()) + ".");
        }
        return method;
    }
}
