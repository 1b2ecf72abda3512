package org.geco.asd.nn.classify;

import org.geco.asd.nn.layers.CrossEntropy;
import org.geco.asd.nn.layers.Linear;
import org.geco.asd.nn.layers.Targets;
import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Ops;
import org.geco.asd.nn.tensor.Parameters;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The paper's: a linear layer with softmax cross entropy. */
final class LinearClassifier implements Classifier {
    private final Arena m_arena;
    private final Linear m_layer;
    private final int m_classes;

    LinearClassifier(final Parameters parameters, final Arena arena, final int size, final int classes) {
        m_arena = arena;
        m_layer = new Linear(parameters, arena, "classifier", size, classes);
        m_classes = classes;
    }

    @Override
    public Result gradient(final INDArray z, final Targets targets, final INDArray dz) {
        final INDArray logits = m_arena.take(z.size(0), m_classes);
        m_layer.forward(z, logits);
        final double[] values = Ops.read(logits);
        final double[] shown = values.clone();
        final double loss = CrossEntropy.gradient(values, targets);
        Ops.write(logits, values);
        m_layer.backward(z, logits, dz);
        m_arena.give(logits);
        return new Result(loss, shown);
    }

    @Override
    public double[] logits(final INDArray z, final Arena arena) {
        final INDArray logits = arena.shared("logits", z.size(0), m_classes);
        m_layer.forward(z, logits);
        return Ops.read(logits);
    }
}
