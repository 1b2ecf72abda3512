package org.geco.asd.geco;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.geco.asd.geco.net.ContrastiveForm;
import org.geco.asd.geco.net.GecoGraph;
import org.geco.asd.nn.session.HostArray;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The inputs of one training step: originals in the first rows, their reconstructions, if any, in the rest. */
final class TrainingBatch implements AutoCloseable {

    private final int m_originals;

    private final int m_rows;

    private final int m_classes;

    private final ContrastiveForm m_form;

    private final HostArray m_patches;

    private final HostArray m_oneHot;

    private final HostArray m_original;

    private final HostArray m_positives;

    private final HostArray m_compared;

    TrainingBatch(final int originals, final GecoGraph.Shape shape, final ContrastiveForm form) {
        m_originals = originals;
        m_rows = shape.batch();
        m_classes = shape.classes();
        m_form = form;
        m_patches = new HostArray((long)m_rows * shape.frames() * shape.mels(), 1);
        m_oneHot = new HostArray(m_rows, m_classes);
        m_original = new HostArray(m_rows, 1);
        m_positives = new HostArray(m_rows, m_rows);
        m_compared = new HostArray(m_rows, m_rows);
        Arrays.fill(m_original.values(), 0, originals, 1f);
    }

    /** To be filled with standardised patches, one after the other. */
    float[] patches() {
        return m_patches.values();
    }

    /**
     * @param classes class of each original
     * @return the placeholders of {@link GecoGraph} but λ
     */
    Map<String, INDArray> inputs(final int[] classes) {
        Arrays.fill(m_oneHot.values(), 0f);
        for (int i = 0; i < m_rows; i++) {
            m_oneHot.values()[i * m_classes + classes[i % m_originals]] = 1;
        }
        final Map<String, INDArray> inputs = new HashMap<>();
        inputs.put(GecoGraph.PATCHES, m_patches.upload());
        inputs.put(GecoGraph.ONE_HOT, m_oneHot.upload());
        if (m_form == ContrastiveForm.BINARY_CROSS_ENTROPY) {
            inputs.put(GecoGraph.ORIGINAL, m_original.upload());
        } else if (m_form == ContrastiveForm.SUPERVISED_CONTRASTIVE) {
            fillPairs(classes);
            inputs.put(GecoGraph.POSITIVES, m_positives.upload());
            inputs.put(GecoGraph.COMPARED, m_compared.upload());
        }
        return inputs;
    }

    /**
     * C_p of an original z_i: the other originals of its class. C_n: its own reconstruction z̃_i. An original without
     * positives is no anchor; the mean is over the anchors.
     */
    private void fillPairs(final int[] classes) {
        Arrays.fill(m_positives.values(), 0f);
        Arrays.fill(m_compared.values(), 0f);
        final int[] positives = new int[m_originals];
        for (int i = 0; i < m_originals; i++) {
            for (int p = 0; p < m_originals; p++) {
                positives[i] += p != i && classes[p] == classes[i] ? 1 : 0;
            }
        }
        final long anchors = Arrays.stream(positives).filter(n -> n > 0).count();
        for (int i = 0; i < m_rows; i++) {
            if (i < m_originals && positives[i] > 0) {
                fillAnchor(i, classes, 1f / (positives[i] * anchors));
            } else {
                // a row that is no anchor compares itself with itself, so that its share is 1 and not 0 / 0
                m_compared.values()[i * m_rows + i] = 1f;
            }
        }
    }

    private void fillAnchor(final int i, final int[] classes, final float share) {
        m_compared.values()[i * m_rows + m_originals + i] = 1f;
        for (int p = 0; p < m_originals; p++) {
            if (p != i && classes[p] == classes[i]) {
                m_compared.values()[i * m_rows + p] = 1f;
                m_positives.values()[i * m_rows + p] = share;
            }
        }
    }

    @Override
    public void close() {
        m_patches.close();
        m_oneHot.close();
        m_original.close();
        m_positives.close();
        m_compared.close();
    }
}
