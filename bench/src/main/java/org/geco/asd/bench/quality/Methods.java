package org.geco.asd.bench.quality;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.fusion.Gamma;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.methods.autoencoder.AutoencoderSettings;
import org.geco.asd.methods.geco.GecoSettings;
import org.geco.asd.methods.pae.PaeSettings;
import org.geco.asd.outlier.OutlierSettings;
import org.geco.asd.statistics.StatisticsSettings;

/** All methods by their names. A new one, or a variant to be measured, is one more line here. */
final class Methods {
    /** The training-free row that every table has, and that the others are compared with. */
    static final String BASE = "statistic";

    /** What is compared if nothing is said. */
    static final List<String> USUAL = List.of(BASE, "autoencoder", "pae-quick", "geco-quick", "fused-quick");

    private static final int ENSEMBLE = 5;
    private final Map<String, Method> m_methods = new LinkedHashMap<>();

    Methods() {
        final Trained trained = new Trained();
        m_methods.put(BASE, TrainingFree.of(pooled(0.0), mahalanobis(Optional.of(0.5))));
        m_methods.put("statistic-mean", TrainingFree.of(pooled(1.0), mahalanobis(Optional.of(0.5))));
        m_methods.put("statistic-both", TrainingFree.of(pooled(0.0, 1.0), mahalanobis(Optional.of(0.5))));
        m_methods.put("statistic-lw", TrainingFree.of(pooled(0.0), mahalanobis(Optional.empty())));
        m_methods.put("autoencoder", trained.autoencoder(small(AutoencoderSettings.DCASE)));
        networks("quick", trained, PaeSettings.QUICK, GecoSettings.QUICK);
        networks("small", trained, PaeSettings.SMALL_DATA, GecoSettings.SMALL_DATA);
    }

    private void networks(final String preset, final Trained trained, final PaeSettings pae,
        final GecoSettings geco) {
        m_methods.put("pae-" + preset, trained.pae(pae));
        m_methods.put("geco-" + preset, trained.geco(pae, geco));
        m_methods.put("geco-" + preset + "-5", trained.geco(pae, geco.with(geco.clipPatches(), ENSEMBLE)));
        m_methods.put("fused-" + preset, Combined.fused("pae-" + preset, "geco-" + preset, Gamma.PAPER));
    }

    private static StatisticsSettings pooled(final Double... ranks) {
        return new StatisticsSettings(List.of(ranks), false, false);
    }

    /** The covariance is that of all machines of the type. */
    private static OutlierSettings mahalanobis(final Optional<Double> shrinkage) {
        return new OutlierSettings(OutlierSettings.Method.MAHALANOBIS, OutlierSettings.Scaling.NONE, 1, false,
            shrinkage, 1, Integer.MAX_VALUE, 0);
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
