package org.geco.asd.nn.layers;

/** L_CE: the batch's mean of −log softmax(logits) of each patch's class, computed in Java, in double precision. */
public final class CrossEntropy {
    private CrossEntropy() { }

    /**
     * The loss, the mean over the rows in nats, of logits [batch, classes] in C order, which its gradient,
     * (softmax(logits) − one-hot(class))/batch, replaces.
     */
    public static double gradient(final double[] logits, final int[] classes) {
        final int count = logits.length / classes.length;
        double loss = 0;
        for (int row = 0; row < classes.length; row++) {
            loss += gradient(logits, row * count, count, classes[row], 1.0 / classes.length);
        }
        return loss;
    }

    /**
     * The loss alone: the sum over the rows, not the mean, of −log softmax of their classes, for logits [batch, count
     * of classes] in C order; more rows than classes are given for are ignored.
     */
    public static double sum(final double[] logits, final int count, final int[] classes) {
        double sum = 0;
        for (int row = 0; row < classes.length; row++) {
            sum += LogSumExp.of(logits, row * count, count) - logits[row * count + classes[row]];
        }
        return sum;
    }

    private static double gradient(final double[] logits, final int from, final int count, final int right,
        final double weight) {
        final double shift = LogSumExp.of(logits, from, count);
        final double loss = shift - logits[from + right];
        for (int i = from; i < from + count; i++) {
            logits[i] = weight * Math.exp(logits[i] - shift);
        }
        logits[from + right] -= weight;
        return weight * loss;
    }
}
