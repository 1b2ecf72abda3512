package org.geco.asd.methods.geco;

import java.util.List;

import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.learn.patches.PatchesLearner;

/** The names of what a GeCo training reports after each epoch, in this order. */
public final class GecoMetrics {
    /** λ of the epoch's last step. */
    public static final String LAMBDA = "λ";

    /** Mean L_CE of the epoch. */
    public static final String CE_LOSS = PatchesLearner.CE_LOSS;

    /** Mean L_con of the epoch; NaN without PAE. */
    public static final String CON_LOSS = "L_con";

    /** Share of originals whose machine was recognised. */
    public static final String ACCURACY = "Accuracy (originals)";

    /** Share of reconstructions whose machine was recognised; NaN without PAE. */
    public static final String RECONSTRUCTION_ACCURACY = "Accuracy (reconstructions)";

    /** Share of patches told apart as original or reconstruction; NaN unless L_con is the binary form. */
    public static final String CON_ACCURACY = "Accuracy (original or reconstruction)";

    /** Mean L_CE of the patches of held-out clips after the epoch; NaN if none are held out. */
    public static final String HELD_OUT_LOSS = PatchesLearner.HELD_OUT_LOSS;

    /** Learning rate of the epoch's last step. */
    public static final String LEARNING_RATE = EpochReport.LEARNING_RATE;

    /** Seconds that the epoch took. */
    public static final String SECONDS = EpochReport.SECONDS;

    /** All of them in order. */
    public static final List<String> METRICS = List.of(LAMBDA, CE_LOSS, CON_LOSS, ACCURACY, RECONSTRUCTION_ACCURACY,
        CON_ACCURACY, HELD_OUT_LOSS, LEARNING_RATE, SECONDS);

    private GecoMetrics() { }
}
