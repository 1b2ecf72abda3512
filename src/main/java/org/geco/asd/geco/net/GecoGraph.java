package org.geco.asd.geco.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.geco.asd.nn.graph.Graph;
import org.geco.asd.nn.graph.Initializer;
import org.geco.asd.nn.graph.Losses;
import org.geco.asd.nn.graph.Rows;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The graph of GeCo's training: ResNet-18, the classifier of machine IDs, and
 * L_total = L_CE + λ·L_con (paper, Eqn 3). A batch holds the originals first, then their reconstructions.
 */
public final class GecoGraph {

    /** Input [batch · frames · mels, 1]: standardised patches. */
    public static final String PATCHES = "patches";

    /** Input [batch, classes]: 1 for the machine of the patch. */
    public static final String ONE_HOT = "oneHot";

    /** Input [batch, 1]: 1 for an original, 0 for a reconstruction. */
    public static final String ORIGINAL = "original";

    /** Input [1, 1]: the balance factor λ. */
    public static final String LAMBDA = "lambda";

    /** Input [batch, batch] of Eqn (2): 1 / (|C_p| · anchors) where the column is a positive of the row, else 0. */
    public static final String POSITIVES = "positives";

    /** Input [batch, batch] of Eqn (2): 1 where the column is in C_p ∪ C_n of the row, else 0. */
    public static final String COMPARED = "compared";

    /** Output [1, 1]. */
    public static final String CE_LOSS = "loss.ce";

    /** Output [1, 1]. */
    public static final String CON_LOSS = "loss.con";

    /** Output [batch, classes]. */
    public static final String LOGITS = "logits";

    /** Output [batch, 1] of the binary form: above 0 means "an original". */
    public static final String CON_LOGITS = "contrast.logits";

    private static final double LEAST_SQUARED_LENGTH = 1e-12;

    /** Taken from the similarity of what is not compared, so that its share is 0. */
    private static final double LEFT_OUT = 1e9;

    private final Graph m_graph;

    private final Shape m_shape;

    private final Rows m_rows;

    private final TrainedLayers m_layers;

    private final SDVariable m_loss;

    private final List<String> m_outputs = new ArrayList<>(List.of(CE_LOSS, LOGITS));

    /**
     * The sizes of a batch.
     *
     * @param batch patches, reconstructions included
     * @param frames frames of a patch
     * @param mels bands of a patch
     * @param classes number of machines
     */
    public record Shape(int batch, int frames, int mels, int classes) {
    }

    /**
     * @param graph an empty graph
     * @param network the feature extractor
     * @param shape sizes of the batch
     * @param form form of L_con
     * @param temperature divides the similarities of Eqn (2)
     */
    public GecoGraph(final Graph graph, final ResNet18 network, final Shape shape, final ContrastiveForm form,
        final double temperature) {
        m_graph = graph;
        m_shape = shape;
        m_rows = new Rows(graph, shape.batch());
        m_layers = new TrainedLayers(graph);
        final SDVariable pixels = graph.input(PATCHES, (long)shape.batch() * shape.frames() * shape.mels(), 1);
        final SDVariable z = network.build(graph, m_layers,
            new FeatureMap(pixels, shape.batch(), shape.frames(), shape.mels(), 1));
        final SDVariable oneHot = graph.input(ONE_HOT, shape.batch(), shape.classes());
        final SDVariable ce = crossEntropy(z, oneHot, network.embeddingSize());
        m_loss = switch (form) {
            case NONE -> ce;
            case BINARY_CROSS_ENTROPY -> total(ce, binary(z, oneHot, network.embeddingSize()));
            case SUPERVISED_CONTRASTIVE -> total(ce, supervised(z, network.embeddingSize(), temperature));
        };
    }

    /** @return the graph with its parameters */
    public Graph graph() {
        return m_graph;
    }

    /** @return L_total, one element */
    public SDVariable loss() {
        return m_loss;
    }

    /** @return names of the losses, logits and batch statistics that a step gives */
    public List<String> outputs() {
        final List<String> all = new ArrayList<>(m_outputs);
        m_layers.norms().keySet().forEach(layer -> {
            all.add(TrainedLayers.mean(layer));
            all.add(TrainedLayers.variance(layer));
        });
        return all;
    }

    /** @return layer with batch normalisation → number of values behind each mean */
    Map<String, Long> norms() {
        return m_layers.norms();
    }

    private SDVariable crossEntropy(final SDVariable z, final SDVariable oneHot, final long embedding) {
        final SDVariable logits = m_rows.linear("classifier", z, embedding, m_shape.classes()).rename(LOGITS);
        return new Losses(m_graph, m_rows).softmaxCrossEntropy(logits, oneHot, m_shape.classes()).rename(CE_LOSS);
    }

    private SDVariable total(final SDVariable ce, final SDVariable con) {
        m_outputs.add(CON_LOSS);
        return ce.add(m_graph.input(LAMBDA, 1, 1).mul(con.rename(CON_LOSS)));
    }

    private SDVariable binary(final SDVariable z, final SDVariable oneHot, final long embedding) {
        m_outputs.add(CON_LOGITS);
        final Initializer start = Initializer.fanIn(embedding);
        final SDVariable wp = m_graph.parameter("contrast.positive", start, embedding, m_shape.classes());
        final SDVariable wn = m_graph.parameter("contrast.negative", start, embedding, m_shape.classes());
        final SDVariable logits =
            m_rows.rowSum(z.mmul(wp.sub(wn)).mul(oneHot), m_shape.classes()).rename(CON_LOGITS);
        return new Losses(m_graph, m_rows).binaryCrossEntropy(logits, m_graph.input(ORIGINAL, m_shape.batch(), 1));
    }

    /** Eqn (2) as the log softmax of similarities over C_p ∪ C_n: stable at any temperature. */
    private SDVariable supervised(final SDVariable z, final long embedding, final double temperature) {
        final var math = m_graph.sameDiff().math();
        final int batch = m_shape.batch();
        final SDVariable squared = m_rows.rowSum(z.mul(z), embedding).add(LEAST_SQUARED_LENGTH);
        final SDVariable unit = z.mul(m_rows.everyColumn(math.rsqrt(squared), embedding));
        final SDVariable similarity =
            m_graph.sameDiff().mmul(unit, unit, false, true, false).mul(1 / temperature);
        final SDVariable left = m_graph.input(COMPARED, batch, batch).sub(1).mul(LEFT_OUT);
        final SDVariable logShare = new Losses(m_graph, m_rows).logSoftmax(similarity.add(left), batch);
        final SDVariable weighted = logShare.mul(m_graph.input(POSITIVES, batch, batch));
        return m_rows.columnSum(m_rows.rowSum(weighted, batch)).mul(-1);
    }
}
