package org.geco.asd.methods.geco;

import org.geco.asd.nn.classify.Classifier;
import org.geco.asd.nn.classify.ClassifyingNetwork;
import org.geco.asd.nn.classify.Sample;
import org.geco.asd.nn.features.FeatureExtractor;
import org.geco.asd.nn.tensor.Parameters;

/**
 * The network of GeCo's training: ResNet-18, the classifier of machine IDs, and L_total = L_CE + λ·L_con (paper,
 * Eqn 3). A batch holds the originals first, then their reconstructions, then what mixup makes of them.
 */
final class GecoNetwork extends ClassifyingNetwork {
    private final ContrastiveLoss m_contrast;

    /** What one batch gave: L_CE, L_con (NaN without), logits [batch, classes], those of binary L_con [batch]. */
    record Losses(double ce, double con, double[] logits, float[] conLogits) { }

    GecoNetwork(final Parameters parameters, final FeatureExtractor network, final Shape shape,
        final LossSettings loss) {
        super(parameters, network, shape, loss.head());
        m_contrast = ContrastiveLoss.of(loss, parameters, arena(), shape.classes(), network.embeddingSize());
        parameters.allocate(true);
    }

    /**
     * The losses and their gradients with respect to all parameters; the reconstructions, if there are any, have the
     * classes of their originals.
     */
    Losses gradients(final Sample batch, final double lambda) {
        final ContrastiveLoss.Result[] con = new ContrastiveLoss.Result[1];
        final Classifier.Result ce =
            gradients(batch, (z, dz) -> con[0] = m_contrast.gradient(z, batch.unmixed(), lambda, dz));
        return new Losses(ce.value(), con[0].value(), ce.logits(), con[0].logits());
    }

    @Override
    protected void dryRun(final Sample batch) {
        gradients(batch, 0);
    }
}
