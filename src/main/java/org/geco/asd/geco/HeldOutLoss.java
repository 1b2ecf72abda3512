package org.geco.asd.geco;

import org.geco.asd.AsdException;
import org.geco.asd.ProgressMonitor;
import org.geco.asd.mel.ReadAhead;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nn.Weights;

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
        double sum = 0;
        long patches = 0;
        try (GecoScorer scorer = new GecoScorer(model);
                ReadAhead ahead = new ReadAhead(m_clips.source(), ReadAhead.inOrder(m_clips.size()))) {
            final int size = scorer.embeddingSize();
            for (int clip = 0; clip < m_clips.size(); clip++) {
                progress.checkCanceled();
                final Spectrogram spectrogram = ahead.next(progress);
                final float[] embeddings = scorer.embedPatches(spectrogram, m_clips.source().name(clip));
                for (int from = 0; from < embeddings.length; from += size) {
                    sum += crossEntropy(embeddings, from, size, columns, bias, m_clips.classOf(clip));
                    patches++;
                }
            }
        }
        return sum / patches;
    }

    /** −log softmax(z·W + b) of the class. */
    static double crossEntropy(final float[] z, final int from, final int size, final float[] columns,
        final float[] bias, final int wanted) {
        final int classes = bias.length;
        final double[] logits = new double[classes];
        double greatest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            logits[c] = bias[c];
            for (int i = 0; i < size; i++) {
                logits[c] += (double)z[from + i] * columns[i * classes + c];
            }
            greatest = Math.max(greatest, logits[c]);
        }
        double sum = 0;
        for (final double logit : logits) {
            sum += Math.exp(logit - greatest);
        }
        return greatest + Math.log(sum) - logits[wanted];
    }
}
