package org.geco.asd.methods.geco;

import org.geco.asd.clips.ReadAhead;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.nn.layers.LogSumExp;
import org.geco.asd.nn.tensor.Weights;

/**
 * How well clips that are not trained on are recognised: the mean cross entropy of the machine over their evenly
 * spaced patches, the network in evaluation mode (running statistics, no reconstructions).
 */
final class HeldOutLoss {

    private static final String WEIGHT = "classifier.weight";

    private static final String BIAS = "classifier.bias";

    private final TrainingSet m_clips;

    private final GecoSettings m_settings;

    /**
     * @param settings of the training
     * @param clips the held-out clips, with classes and standardisation of the training
     */
    HeldOutLoss(final GecoSettings settings, final TrainingSet clips) {
        m_settings = settings;
        m_clips = clips;
    }

    /** @return false if no clip is held out */
    boolean isMeasured() {
        return m_clips.size() > 0;
    }

    /**
     * @param weights of the network as it is now
     * @param progress asked at every clip
     * @return mean L_CE
     * @throws AsdException if a clip cannot be read
     */
    double of(final Weights weights, final ProgressMonitor progress) throws AsdException {
        final GecoModel model = new GecoModel(m_clips.mel(), m_settings, m_clips.classes(), m_clips.bands(), weights,
            new float[0][], false);
        final float[] columns = weights.get(WEIGHT).values();
        final float[] bias = weights.get(BIAS).values();
        final int size = m_settings.architecture().network().embeddingSize();
        final double[] sum = new double[1];
        final long[] count = new long[1];
        try (PatchEmbedder embedder = new PatchEmbedder(model)) {
            embedder.embed(m_clips.source(), ReadAhead.inOrder(m_clips.size()), progress, (clip, patches) -> {
                for (int at = 0; at < patches.length; at += size) {
                    sum[0] += crossEntropy(patches, at, size, columns, bias, m_clips.classOf(clip));
                    count[0]++;
                }
            });
        }
        return sum[0] / count[0];
    }

    /** −log softmax(z·W + b) of the class. */
    static double crossEntropy(final float[] z, final int from, final int size, final float[] columns,
        final float[] bias, final int wanted) {
        final int classes = bias.length;
        final double[] logits = new double[classes];
        for (int c = 0; c < classes; c++) {
            logits[c] = bias[c];
            for (int i = 0; i < size; i++) {
                logits[c] += (double)z[from + i] * columns[i * classes + c];
            }
        }
        return LogSumExp.of(logits, 0, classes) - logits[wanted];
    }
}
