package org.geco.asd.nn.layers;

import java.util.Arrays;

/** L_CE: the batch's mean of −log softmax(logits) of each patch's class, computed in Java, in double precision. */
public final class CrossEntropy {
    private CrossEntropy() { }

    /**
     * The loss, the mean over the rows in nats, of logits [batch, classes] in C order, which its gradient,
     * (softmax(logits) − one-hot(class))/batch, replaces.
     */
    public static double gradient(final double[] logits, final int[] classes) {
        return gradient(logits, Targets.of(classes));
    }

    /**
     * As {@link #gradient(double[], int[])}, the mean over the rows that count; with two classes, the weighted sum of
     * the cross entropies of both (mixup, Zhang et al. 2018).
     */
    public static double gradient(final double[] logits, final Targets targets) {
        final int rows = targets.first().length;
        final int count = logits.length / rows;
        final double weight = 1.0 / targets.counted();
        double loss = 0;
        for (int row = 0; row < rows; row++) {
            if (targets.first()[row] == Targets.NONE) {
                Arrays.fill(logits, row * count, (row + 1) * count, 0);
            } else {
                loss += gradient(logits, row * count, count, targets, row, weight);
            }
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

    private static double gradient(final double[] logits, final int from, final int count, final Targets targets,
        final int row, final double weight) {
        final int first = from + targets.first()[row];
        final int second = from + targets.second()[row];
        final double share = targets.shares()[row];
        final double shift = LogSumExp.of(logits, from, count);
        final double loss = shift - (share * logits[first] + (1 - share) * logits[second]);
        for (int i = from; i < from + count; i++) {
            logits[i] = weight * Math.exp(logits[i] - shift);
        }
        logits[first] -= share * weight;
        logits[second] -= (1 - share) * weight;
        return weight * loss;
    }
}
