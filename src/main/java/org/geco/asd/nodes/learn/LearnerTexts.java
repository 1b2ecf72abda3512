package org.geco.asd.nodes.learn;

/** Titles and descriptions of the settings that every learner has but whose defaults are its own presets'. */
public final class LearnerTexts {
    public static final String PRESET = "Preset";
    public static final String PRESET_HELP = """
        Chooses all settings that are not ticked, for much or for little data. What it sets is shown below it.
        """;

    public static final String EPOCHS = "Epochs";
    public static final String EPOCHS_HELP = """
        How often the training clips are gone through. More train longer, and better up to a point. Unticked, or 0: the
        preset's number.
        """;

    public static final String LEARNING_RATE = "Learning rate";
    public static final String LEARNING_RATE_HELP = """
        The learning rate at its highest. More learns faster and less surely; too much does not learn at all. Unticked:
        the preset's number.
        """;

    public static final String BATCH_SIZE = "Batch size";
    public static final String BATCH_SIZE_HELP = """
        How many examples one training step looks at. More make fewer and steadier steps and take more memory. Unticked:
        the preset's number.
        """;

    public static final String CLIP_PATCHES = "Patches per clip and epoch";
    public static final String CLIP_PATCHES_HELP = """
        How many random patches of every clip an epoch takes, 1 in GeCo's paper. More make an epoch longer, as more
        epochs would. Unticked: the preset's number.
        """;

    public static final String MEMBERS = "Ensemble members";
    public static final String MEMBERS_HELP = """
        Networks that learn the same from other random numbers; a clip's score is the mean of theirs, which is steadier
        and, with few clips, better; 1 in GeCo's paper. Training and scoring take as many times as long. Unticked: the
        preset's number.
        """;

    /** Of methods with a network for each machine type. */
    public static final String TYPE_MEMBERS_HELP = """
        How many networks of each machine type learn the same from other random numbers; 1 in the method's paper. A
        clip's score is the mean of theirs, which is steadier. Training and scoring take as many times as long.
        """;

    public static final String MIXUP = "Mixup";
    public static final String MIXUP_HELP = """
        α of Beta(α, α), from which the shares are drawn at which two patches are mixed: the network then has to tell
        how much of which machine it hears. 0 mixes nothing (paper); 0.5 is usual.
        """;

    public static final String MILESTONES = "Learning rate falls at epochs";
    public static final String MILESTONES_HELP = """
        Epochs at which the learning rate falls to a tenth, separated by commas, e.g. <i>50, 90</i>; used by the course
        in steps. Unticked: at the preset's shares of the training.
        """;

    public static final String PICTURE = "Picture";
    public static final String PICTURE_HELP = """
        Losses of the training and of held-out clips against epochs, for each training, with the epoch that was kept; a
        PNG image.
        """;

    /** What the nodes that learn a network for each machine type say at the end of their descriptions. */
    public static final String OF_TYPES = of("""
        machine types it knows are trained further, each of several ensemble members from itself, new ones start anew,
        and those without clips stay as they are. The sizes of the network and the number of members must be the
        model's.
        """) + """
        <p>All clips of the used rows must be normal, their spectrograms computed with the same settings, and at least
        five frames long. Rows without a spectrogram are left out, with a warning.</p>
        """;

    private LearnerTexts() { }

    /** @return what a learner's node says of going on, with what it does with a finished model, stopping and memory */
    public static String of(final String further) {
        return """
            <p><b>Going on.</b> With a checkpoint folder a learner that was cancelled goes on where it was when it is
            executed again, and ends with the model of a training that was not interrupted. With a model at the last
            input, or a detector's file in <i>Detector to start from</i>, the learner starts from it instead of from
            random weights:
            """ + further + """
            </p>
            <p><b>The view</b> shows losses, accuracies and learning rate against epochs: training and held-out loss
            should fall together. A held-out loss that rises again means that clips are learned by heart: let the
            training stop early, or give it more clips; one that still falls at the end, that more epochs help.</p>
            <p><b>Stopping.</b> A training may end before its last epoch: when clips that are held out do no better for
            some epochs, or when its time is up. The model so far is kept, and the history tells why it stopped.</p>
            <p><b>Memory.</b> Spectrograms are read from KNIME's file store while training goes on, so the number of
            clips does not matter. <i>Memory budget</i> bounds what the networks and the spectrograms that are kept may
            take; a training that needs more is refused before it starts.</p>
            """;
    }
}
