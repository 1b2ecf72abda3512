package org.geco.asd.nodes.learn;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.nn.optim.RateCourse;

/** A choice of all settings of a method; an enum of each learner's node. */
public interface LearnerPreset {
    /** The most clips that the presets Automatic train as small data. */
    int FEW_CLIPS = TrainingSettings.FEW_CLIPS;

    /** Before the numbers of small data, for the presets Automatic. */
    String FEW_CLIPS_WORDS = "More than 1,000 clips: as Paper. Up to 1,000: ";

    /**
     * @param clips number of clips to train on
     * @return what the preset Automatic took for them
     */
    static String chosen(final int clips) {
        return String.format(Locale.ROOT, "The preset Automatic chose %s: %,d clips.",
            clips > FEW_CLIPS ? "Paper" : "Small data", clips);
    }

    /** @return the epochs that are set; 0, which a workflow variable can say, is the preset's number as well */
    static Optional<Integer> ticked(final Optional<Integer> epochs) {
        return epochs.filter(number -> number != 0);
    }

    /** @return the training it stands for */
    TrainingSettings training();

    /** @return what else it sets, in words, e.g. "ResNet-18 of base width 64" */
    String network();

    /** @return its numbers in words, for the dialog */
    default String numbers() {
        final TrainingSettings training = training();
        final String falls =
            training.rates().milestones().stream().map(String::valueOf).collect(Collectors.joining(" and "));
        return String.format(Locale.ROOT, "%d epochs, batch size %d, learning rate %s%s; %s.", training.epochs(),
            training.batchSize(), number(training.learningRate()),
            falls.isEmpty() ? ""
                : training.rates().shape() == RateCourse.Shape.LATE_COSINE ? ", along a cosine from epoch " + falls
                    : ", a tenth from epoch " + falls,
            network());
    }

    private static String number(final double value) {
        return new BigDecimal(String.valueOf(value)).stripTrailingZeros().toPlainString();
    }
}
