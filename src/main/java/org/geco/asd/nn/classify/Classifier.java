package org.geco.asd.nn.classify;

import java.util.Map;

import org.geco.asd.files.Tensor;
import org.geco.asd.nn.layers.Targets;
import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Buffers;
import org.geco.asd.nn.tensor.Parameters;
import org.geco.asd.nn.tensor.Weights;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Recognises machines from embeddings z [n, size]: logits, L_CE. Has no buffers unless it says so. */
public interface Classifier extends Buffers {
    /** L_CE of a batch, and the logits [n, classes] that an accuracy is computed from. */
    record Result(double value, double[] logits) {
        /** @return the class of the largest logit of one of so many rows */
        public int best(final int row, final int rows) {
            final int classes = logits.length / rows;
            int best = 0;
            for (int c = 1; c < classes; c++) {
                best = logits[row * classes + c] > logits[row * classes + best] ? c : best;
            }
            return best;
        }
    }

    /** Sets dz = dL_CE/dz and the gradients of its own parameters. */
    Result gradient(INDArray z, Targets targets, INDArray dz);

    /** @return logits [n, classes] without margin, of an evaluation with an arena of its own */
    double[] logits(INDArray z, Arena arena);

    /** @return what these settings say, for embeddings of a size */
    static Classifier of(final HeadSettings settings, final Parameters parameters, final Arena arena,
        final int classes, final int size) {
        return settings.form() == HeadSettings.Form.LINEAR ? new LinearClassifier(parameters, arena, size, classes)
            : new CosineClassifier(settings, parameters, arena, size, classes);
    }

    @Override
    default void update() {
        // nothing
    }

    @Override
    default void load(final Weights weights) {
        // nothing
    }

    @Override
    default void copyTo(final Map<String, Tensor> tensors) {
        // nothing
    }
}
