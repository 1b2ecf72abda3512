package org.geco.asd.nodes.learn;

/** Titles and descriptions of the settings that every learner has but whose defaults are its own presets'. */
public final class LearnerTexts {
    /** Title. */
    public static final String PRESET = "Preset";

    /** Description. */
    public static final String PRESET_HELP = """
        Chooses all settings that are not ticked, for much or for little data. What it sets is shown below it.
        """;

    /** Title. */
    public static final String EPOCHS = "Epochs";

    /** Description. */
    public static final String EPOCHS_HELP = """
        How often the training clips are gone through. More train longer, and better up to a point. Unticked: the
        preset's number.
        """;

    /** Title. */
    public static final String LEARNING_RATE = "Learning rate";

    /** Description. */
    public static final String LEARNING_RATE_HELP = """
        The learning rate at its highest. More learns faster and less surely; too much does not learn at all. Unticked:
        the preset's number.
        """;

    /** Title. */
    public static final String BATCH_SIZE = "Batch size";

    /** Description. */
    public static final String BATCH_SIZE_HELP = """
        How many examples one training step looks at. More make fewer and steadier steps and take more memory. Unticked:
        the preset's number.
        """;

    /** Title. */
    public static final String MILESTONES = "Learning rate falls at epochs";

    /** Description. */
    public static final String MILESTONES_HELP = """
        Epochs at which the learning rate falls to a tenth, separated by commas, e.g. <i>50, 90</i>; used by the course
        in steps. Unticked: at the preset's shares of the training.
        """;

    private LearnerTexts() { }
}
