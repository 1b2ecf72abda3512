package org.geco.asd.methods.autoencoder;

import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.updater.MultiLayerUpdater;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.geco.asd.nn.tensor.HostPieces;
import org.geco.asd.nn.tensor.HostValues;
import org.nd4j.linalg.learning.config.Adam;

/**
 * Deeplearning4j's updater with Adam in one pass of Java over the memory: its own makes views of each layer's arrays in
 * each step, and takes an operation for each of some twenty blocks. The state lies where its own has it.
 */
final class HostAdam extends MultiLayerUpdater {
    /** Values at once, which stay in the processor's fastest memory. */
    private static final int PIECE = 1024;

    HostAdam(final MultiLayerNetwork network) {
        super(network);
    }

    /** Turns gradients of the sum over a batch into what is taken from the parameters. */
    @Override
    public synchronized void update(final Gradient gradient, final int iteration, final int epoch, final int batch,
        final LayerWorkspaceMgr workspaces) {
        final HostPieces gradients = HostPieces.write(getFlattenedGradientsView());
        final HostPieces state = HostPieces.write(getStateViewArray());
        for (final UpdaterBlock block : getUpdaterBlocks()) {
            // none: running statistics, whose gradient is the change itself
            if (block.getUpdaterViewOffsetEnd() > block.getUpdaterViewOffsetStart()) {
                new Pass((Adam)block.getGradientUpdater().getConfig(), iteration, epoch, batch).over(block, gradients,
                    state);
            }
        }
    }

    /** m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², g ← rate·√(1 − β₂ᵗ)/(1 − β₁ᵗ)·m/(√v + ε). */
    private static final class Pass {
        private final float m_beta1;
        private final float m_beta2;
        private final float m_rate;
        private final float m_epsilon;
        private final float m_share;

        Pass(final Adam adam, final int iteration, final int epoch, final int batch) {
            m_beta1 = (float)adam.getBeta1();
            m_beta2 = (float)adam.getBeta2();
            m_epsilon = (float)adam.getEpsilon();
            m_rate = (float)(adam.getLearningRate(iteration, epoch)
                * Math.sqrt(1 - Math.pow(adam.getBeta2(), iteration + 1.0))
                / (1 - Math.pow(adam.getBeta1(), iteration + 1.0)));
            m_share = 1f / batch;
        }

        void over(final UpdaterBlock block, final HostPieces gradients, final HostPieces state) {
            final int end = block.getParamOffsetEnd();
            final int moments = block.getUpdaterViewOffsetStart() - block.getParamOffsetStart();
            final int squares = moments + end - block.getParamOffsetStart();
            float[] g = new float[PIECE];
            float[] m = new float[PIECE];
            float[] v = new float[PIECE];
            for (int at = block.getParamOffsetStart(); at < end; at += PIECE) {
                if (end - at < PIECE) {
                    g = new float[end - at];
                    m = new float[end - at];
                    v = new float[end - at];
                }
                gradients.get(at, new HostValues.Floats(g), 0, g.length);
                state.get(moments + at, new HostValues.Floats(m), 0, g.length);
                state.get(squares + at, new HostValues.Floats(v), 0, g.length);
                step(g, m, v);
                gradients.put(new HostValues.Floats(g), 0, at, g.length);
                state.put(new HostValues.Floats(m), 0, moments + at, g.length);
                state.put(new HostValues.Floats(v), 0, squares + at, g.length);
            }
        }

        private void step(final float[] g, final float[] m, final float[] v) {
            final float share = m_share;
            final float beta1 = m_beta1;
            final float beta2 = m_beta2;
            final float rate = m_rate;
            final float epsilon = m_epsilon;
            for (int i = 0; i < g.length; i++) {
                m[i] = beta1 * m[i] + (1 - beta1) * (g[i] * share);
                v[i] = beta2 * v[i] + (1 - beta2) * (g[i] * share) * (g[i] * share);
                g[i] = rate * m[i] / ((float)Math.sqrt(v[i]) + epsilon);
            }
        }
    }
}
