package org.geco.asd.nn.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.geco.asd.nn.GradientCheck.normal;

import java.util.Map;
import java.util.function.Function;

import org.geco.asd.nn.GradientCheck;
import org.geco.asd.nn.Nd4jRuntime;
import org.geco.asd.nn.Seeds;
import org.geco.asd.nn.session.ForwardSession;
import org.geco.asd.nn.session.GradientSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Every building block against finite differences in double precision, and against plain Java where it is simple. */
class BlocksGradientTest {

    private static final int ROWS = 6;

    private static final int CHANNELS = 8;

    @BeforeAll
    static void startNd4j() throws Exception {
        Nd4jRuntime.start();
    }

    /** loss = Σ block(x + p)·r / n with a parameter p before the block and random weights r after it. */
    private static void check(final long outColumns, final Function<Rows, Function<SDVariable, SDVariable>> block) {
        try (Graph graph = new Graph(DataType.DOUBLE, new Seeds(3))) {
            final Rows rows = new Rows(graph, ROWS);
            final SDVariable x = graph.input("x", ROWS, CHANNELS);
            final SDVariable p = graph.parameter("p", Initializer.normal(0.5), ROWS, CHANNELS);
            final SDVariable y = block.apply(rows).apply(x.add(p));
            final SDVariable r = graph.input("r", ROWS, outColumns);
            final SDVariable loss = new Losses(graph, rows).mean(y.mul(r), outColumns);
            GradientCheck.assertGradientsRight(graph, loss,
                Map.of("x", normal(1, ROWS, CHANNELS), "r", normal(2, ROWS, outColumns)));
        }
    }

    @Test
    void linear() {
        check(5, rows -> x -> rows.linear("l", x, CHANNELS, 5));
    }

    @Test
    void layerNorm() {
        check(CHANNELS, rows -> x -> rows.layerNorm("n", x, CHANNELS));
    }

    @Test
    void gelu() {
        check(CHANNELS, rows -> rows::gelu);
    }

    @Test
    void geluHasFiniteGradientsForLargeInputs() {
        try (Graph graph = new Graph(DataType.FLOAT, new Seeds(3))) {
            final SDVariable p = graph.parameter("p", Initializer.ZEROS, 1, 4);
            graph.parameters().get("p").assign(Nd4j.create(new float[]{-1000, -40, 40, 1000}, new long[]{1, 4}, 'c'));
            final SDVariable loss = new Rows(graph, 1).rowSum(new Rows(graph, 1).gelu(p), 4);
            try (GradientSession session = new GradientSession(graph, loss)) {
                assertThat(session.run(Map.of()).gradients().get("p").dup('c').data().asFloat())
                    .containsExactly(new float[]{0, 0, 1, 1}, within(1e-6f));
            }
        }
    }

    @Test
    void relu() {
        check(CHANNELS, rows -> rows::relu);
    }

    @Test
    void reductions() {
        check(CHANNELS, rows -> x -> rows.everyColumn(rows.rowSum(x, CHANNELS), CHANNELS)
            .add(rows.everyColumn(rows.rowMean(x, CHANNELS), CHANNELS)).mul(rows.everyRow(rows.columnMean(x)))
            .add(rows.everyRow(rows.columnSum(x))));
    }

    @Test
    void attention() {
        try (Graph graph = new Graph(DataType.DOUBLE, new Seeds(3))) {
            final Rows rows = new Rows(graph, 15);
            final SDVariable x = graph.input("x", 15, CHANNELS);
            final SDVariable p = graph.parameter("p", Initializer.normal(0.5), 15, CHANNELS);
            final SDVariable y = new Attention(rows, graph, 3, 5, 2).apply("a", x.add(p), CHANNELS);
            final SDVariable target = graph.input("t", 15, CHANNELS);
            final SDVariable loss = new Losses(graph, rows).meanSquaredError(y, target, CHANNELS);
            GradientCheck.assertGradientsRight(graph, loss,
                Map.of("x", normal(1, 15, CHANNELS), "t", normal(2, 15, CHANNELS)));
        }
    }

    @Test
    void attentionDoesNotMixSequences() {
        try (Graph graph = new Graph(DataType.DOUBLE, new Seeds(3))) {
            final SDVariable x = graph.input("x", 15, CHANNELS);
            final SDVariable y = new Attention(new Rows(graph, 15), graph, 3, 5, 2).apply("a", x, CHANNELS);
            try (ForwardSession session = new ForwardSession(graph, y.name())) {
                final INDArray input = normal(1, 15, CHANNELS);
                final double[] before = session.run(Map.of("x", input)).get(y.name()).dup('c').data().asDouble();
                input.putScalar(7, 0, 9);
                final double[] after = session.run(Map.of("x", input)).get(y.name()).dup('c').data().asDouble();
                for (int row = 0; row < 15; row++) {
                    final boolean sameSequence = row / 5 == 1;
                    assertThat(after[row * CHANNELS] == before[row * CHANNELS]).as("row %d", row)
                        .isEqualTo(!sameSequence);
                }
            }
        }
    }

    private static INDArray oneHot() {
        final INDArray oneHot = Nd4j.create(DataType.DOUBLE, ROWS, CHANNELS);
        for (int i = 0; i < ROWS; i++) {
            oneHot.putScalar(i, (3 * i) % CHANNELS, 1);
        }
        return oneHot;
    }

    @Test
    void softmaxCrossEntropy() {
        try (Graph graph = new Graph(DataType.DOUBLE, new Seeds(3))) {
            final Rows rows = new Rows(graph, ROWS);
            final SDVariable p = graph.parameter("p", Initializer.normal(2), ROWS, CHANNELS);
            final SDVariable loss = new Losses(graph, rows).softmaxCrossEntropy(p,
                graph.input("t", ROWS, CHANNELS), CHANNELS);
            final Map<String, INDArray> inputs = Map.of("t", oneHot());
            GradientCheck.assertGradientsRight(graph, loss, inputs);
            try (ForwardSession session = new ForwardSession(graph, loss.name())) {
                assertThat(session.run(inputs).get(loss.name()).getDouble(0))
                    .isCloseTo(crossEntropy(graph.parameters().get("p")), within(1e-12));
            }
        }
    }

    private static double crossEntropy(final INDArray logits) {
        double sum = 0;
        for (int i = 0; i < ROWS; i++) {
            double total = 0;
            for (int c = 0; c < CHANNELS; c++) {
                total += Math.exp(logits.getDouble(i, c));
            }
            sum += Math.log(total) - logits.getDouble(i, (3 * i) % CHANNELS);
        }
        return sum / ROWS;
    }

    @Test
    void binaryCrossEntropy() {
        try (Graph graph = new Graph(DataType.DOUBLE, new Seeds(3))) {
            final SDVariable p = graph.parameter("p", Initializer.normal(2), ROWS, 1);
            final SDVariable loss = new Losses(graph, new Rows(graph, ROWS)).binaryCrossEntropy(p,
                graph.input("t", ROWS, 1));
            final INDArray targets = Nd4j.create(new double[]{1, 0, 1, 0, 0, 1}, new long[]{ROWS, 1}, 'c');
            GradientCheck.assertGradientsRight(graph, loss, Map.of("t", targets));
        }
    }

    @Test
    void binaryCrossEntropyIsFiniteForLargeLogitsAndRightAtZero() {
        try (Graph graph = new Graph(DataType.FLOAT, new Seeds(3))) {
            final SDVariable p = graph.parameter("p", Initializer.ZEROS, 3, 1);
            graph.parameters().get("p").putScalar(1, 0, 200).putScalar(2, 0, -200);
            final SDVariable loss = new Losses(graph, new Rows(graph, 3)).binaryCrossEntropy(p,
                graph.input("t", 3, 1));
            try (GradientSession session = new GradientSession(graph, loss, loss.name())) {
                final GradientSession.Result result = session.run(
                    Map.of("t", Nd4j.create(new float[]{1, 0, 1}, new long[]{3, 1}, 'c')));
                assertThat(result.scalar(loss.name())).isCloseTo((Math.log(2) + 400) / 3, within(1e-4));
                final INDArray gradient = result.gradients().get("p");
                assertThat(gradient.getDouble(0)).isCloseTo(-0.5 / 3, within(1e-7));
                assertThat(gradient.getDouble(1)).isCloseTo(1 / 3.0, within(1e-7));
                assertThat(gradient.getDouble(2)).isCloseTo(-1 / 3.0, within(1e-7));
            }
        }
    }
}
