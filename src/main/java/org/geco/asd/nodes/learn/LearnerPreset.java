package org.geco.asd.nodes.learn;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;

import org.geco.asd.learn.TrainingSettings;

/** A choice of all settings of a method; an enum of each learner's node. */
public interface LearnerPreset {
    /** @return the training it stands for */
    TrainingSettings training();

    /** @return what else it sets, in words, e.g. "ResNet-18 of base width 64" */
    String network();

    /** @return its numbers in words, for the dialog */
    default String numbers() {
        final TrainingSettings training = training();
        final String falls =
            training.rates().milestones().stream().map(String::valueOf).collect(Collectors.joining(" and "));
        return String.format(Locale.ROOT, "%d epochs, batch size %d, learning rate %s, a tenth from epoch %s; %s.",
            training.epochs(), training.batchSize(), number(training.learningRate()), falls, network());
    }

    private static String number(final double value) {
        return new BigDecimal(String.valueOf(value)).stripTrailingZeros().toPlainString();
    }
}
