package org.geco.asd.geco.net;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.geco.asd.nn.Seeds;
import org.geco.asd.nn.Weights;
import org.geco.asd.nn.Weights.Tensor;
import org.geco.asd.nn.graph.Graph;
import org.geco.asd.nn.session.GradientSession;
import org.geco.asd.nn.train.Sgd;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** GeCo in training: network, optimiser and running statistics, one step at a time. For one thread. */
public final class GecoSession implements AutoCloseable {

    private final Graph m_graph;

    private final GradientSession m_session;

    private final Sgd m_optimiser;

    private final BatchStatistics m_statistics;

    private final INDArray m_lambda = Nd4j.create(DataType.FLOAT, 1, 1);

    private final boolean m_contrastive;

    /**
     * What one step gave.
     *
     * @param ce L_CE
     * @param con L_con; NaN without a contrastive loss
     * @param logits [batch, classes]
     * @param conLogits [batch]; empty unless L_con is the binary form
     */
    public record Step(double ce, double con, float[] logits, float[] conLogits) {
    }

    /**
     * @param network the feature extractor
     * @param shape sizes of the batch
     * @param loss form of L_con and its temperature
     * @param momentum of SGD
     * @param weightDecay of SGD
     * @param seeds where initial weights come from
     */
    public GecoSession(final ResNet18 network, final GecoGraph.Shape shape, final ContrastiveLoss loss,
        final double momentum, final double weightDecay, final Seeds seeds) {
        m_graph = new Graph(DataType.FLOAT, seeds);
        final GecoGraph geco = new GecoGraph(m_graph, network, shape, loss.form(), loss.temperature());
        m_session = new GradientSession(m_graph, geco.loss(), geco.outputs().toArray(String[]::new));
        m_optimiser = new Sgd(m_graph.parameters(), momentum, weightDecay);
        m_statistics = new BatchStatistics(geco.norms());
        m_contrastive = loss.form() != ContrastiveForm.NONE;
    }

    /**
     * @param form the form of L_con
     * @param temperature divides the similarities of Eqn (2)
     */
    public record ContrastiveLoss(ContrastiveForm form, double temperature) {
    }

    /**
     * Changes the weights.
     *
     * @param inputs the placeholders of {@link GecoGraph} but λ
     * @param lambda λ
     * @param learningRate learning rate
     * @return losses and logits before the change
     */
    public Step step(final Map<String, INDArray> inputs, final double lambda, final double learningRate) {
        final Map<String, INDArray> all = new HashMap<>(inputs);
        if (m_contrastive) {
            m_lambda.putScalar(0, lambda);
            all.put(GecoGraph.LAMBDA, m_lambda);
        }
        final GradientSession.Result result = m_session.run(all);
        m_statistics.update(result.outputs());
        final Step step = new Step(result.scalar(GecoGraph.CE_LOSS),
            m_contrastive ? result.scalar(GecoGraph.CON_LOSS) : Double.NaN,
            floats(result.outputs().get(GecoGraph.LOGITS)), floats(result.outputs().get(GecoGraph.CON_LOGITS)));
        m_optimiser.step(result.gradients(), learningRate);
        return step;
    }

    private static float[] floats(final INDArray array) {
        return array == null ? new float[0] : array.dup('c').data().asFloat();
    }

    /** @return a copy of the parameters and running statistics: what a model needs */
    public Weights weights() {
        final Map<String, Tensor> tensors = new LinkedHashMap<>(m_graph.weights().tensors());
        m_statistics.copyTo(tensors);
        return Weights.of(tensors);
    }

    /** @return a copy of the parameters, the momentum and the running statistics: all that it takes to go on */
    public Weights state() {
        final Map<String, Tensor> tensors = new LinkedHashMap<>(weights().tensors());
        tensors.putAll(m_optimiser.state().tensors());
        return Weights.of(tensors);
    }

    /**
     * Goes on where another session was.
     *
     * @param state its {@link #state()}
     */
    public void restore(final Weights state) {
        load(state);
        m_optimiser.restore(state);
    }

    /**
     * Starts from a trained model; the momentum stays.
     *
     * @param weights {@link #weights()} of it; running statistics that it lacks start anew
     */
    public void load(final Weights weights) {
        m_graph.load(weights);
        m_statistics.load(weights);
    }

    /** @return off-heap bytes held by the buffers of a step */
    public long bytes() {
        return m_session.bytes();
    }

    @Override
    public void close() {
        m_session.close();
        m_optimiser.close();
        m_lambda.close();
        m_graph.close();
    }
}
