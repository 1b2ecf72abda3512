package org.geco.asd.nn.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.geco.asd.nn.GradientCheck.normal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;

import org.bytedeco.javacpp.Pointer;
import org.geco.asd.nn.Nd4jRuntime;
import org.geco.asd.nn.Seeds;
import org.geco.asd.nn.graph.Attention;
import org.geco.asd.nn.graph.Graph;
import org.geco.asd.nn.graph.Losses;
import org.geco.asd.nn.graph.Rows;
import org.geco.asd.nn.train.Adam;
import org.geco.asd.nn.train.Optimizer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class GradientSessionTest {

    private static final int ROWS = 500;

    private static final int CHANNELS = 16;

    private static final int WINDOWS = 4;

    private static final int STEPS = 400;

    @BeforeAll
    static void startNd4j() throws Exception {
        Nd4jRuntime.start();
    }

    /** A network with every building block of the PAE. */
    private static SDVariable loss(final Graph graph) {
        final Rows rows = new Rows(graph, ROWS);
        final SDVariable x = graph.input("x", ROWS, CHANNELS);
        final SDVariable h = x.add(new Attention(rows, graph, ROWS / 5, 5, 4)
            .apply("a", rows.layerNorm("n", x, CHANNELS), CHANNELS));
        final SDVariable y = rows.linear("o", rows.gelu(rows.linear("l", h, CHANNELS, 32)), 32, CHANNELS);
        return new Losses(graph, rows).meanSquaredError(y, graph.input("t", ROWS, CHANNELS), CHANNELS);
    }

    private static Map<String, INDArray> inputs() {
        return Map.of("x", normal(1, ROWS, CHANNELS).castTo(DataType.FLOAT),
            "t", normal(2, ROWS, CHANNELS).castTo(DataType.FLOAT));
    }

    @Test
    void recycledBuffersChangeNoResult() {
        try (Graph graph = new Graph(DataType.FLOAT, new Seeds(1))) {
            final SDVariable loss = loss(graph);
            try (GradientSession session = new GradientSession(graph, loss, loss.name())) {
                final Map<String, INDArray> inputs = inputs();
                final GradientSession.Result first = session.run(inputs);
                final double firstLoss = first.scalar(loss.name());
                final float[] firstGradient = first.gradients().get("l.weight").dup('c').data().asFloat();
                for (int i = 0; i < 3; i++) {
                    session.poison();
                    final GradientSession.Result again = session.run(inputs);
                    assertThat(again.scalar(loss.name())).isEqualTo(firstLoss);
                    assertThat(again.gradients().get("l.weight").dup('c').data().asFloat()).isEqualTo(firstGradient);
                    again.gradients().forEach((name, g) ->
                        assertThat(g.dup('c').data().asFloat()).as(name).doesNotContain(Float.NaN));
                }
            }
        }
    }

    @Test
    void hundredsOfStepsLearnAndAllocateNothing() {
        try (Graph graph = new Graph(DataType.FLOAT, new Seeds(1))) {
            final SDVariable loss = loss(graph);
            try (GradientSession session = new GradientSession(graph, loss, loss.name());
                    Optimizer optimizer = new Adam(graph.parameters())) {
                final Map<String, INDArray> inputs = inputs();
                final double before = train(session, optimizer, inputs, loss.name(), 30);
                final long pooled = session.bytes();
                final long limit = STEPS * pooled / 4;
                long growth = Long.MAX_VALUE;
                double after = before;
                // a leak grows in every window; the Java heap of a test run, counted too, grows only in some
                for (int window = 0; window < WINDOWS && growth >= limit; window++) {
                    final long start = physicalBytes();
                    after = train(session, optimizer, inputs, loss.name(), STEPS);
                    growth = physicalBytes() - start;
                }
                assertThat(after).isLessThan(0.8 * before);
                assertThat(session.bytes()).as("bytes of the pool").isEqualTo(pooled).isGreaterThan(1 << 20);
                assertThat(growth).as("growth of the process").isLessThan(limit);
            }
        }
    }

    /** After a full collection, which gives unused heap back. */
    private static long physicalBytes() {
        System.gc();
        return Pointer.physicalBytes();
    }

    private static double train(final GradientSession session, final Optimizer optimizer,
        final Map<String, INDArray> inputs, final String loss, final int steps) {
        double last = Double.NaN;
        for (int i = 0; i < steps; i++) {
            final GradientSession.Result result = session.run(inputs);
            last = result.scalar(loss);
            optimizer.step(result.gradients(), 0.01);
        }
        return last;
    }

    @Test
    void differentiatingPrintsNothing() {
        final PrintStream out = System.out;
        final ByteArrayOutputStream caught = new ByteArrayOutputStream();
        System.setOut(new PrintStream(caught, true));
        try (Graph graph = new Graph(DataType.FLOAT, new Seeds(1))) {
            new GradientSession(graph, loss(graph)).close();
            System.out.print("still here");
        } finally {
            System.setOut(out);
        }
        assertThat(caught).hasToString("still here");
    }
}
