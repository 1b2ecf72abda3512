package org.geco.asd.pae;

import java.util.List;

import org.geco.asd.AsdException;
import org.geco.asd.nn.schedule.Schedule;
import org.geco.asd.nn.schedule.StepDecay;

/**
 * How a PAE is trained. One epoch draws windows from every clip: a random first frame below {@code windowStride}, then
 * every {@code windowStride}-th start frame. With stride 1 every window of the training set is used once an epoch,
 * with a stride of a window's length every frame (but for the rest at the ends) once.
 *
 * @param epochs number of epochs
 * @param batchSize windows in one step
 * @param learningRate Adam's learning rate in the first half of the epochs; a tenth of it in the second half
 * @param windowStride frames from one training window of a clip to the next
 * @param heldOut share of each machine type's clips that is not trained on but used to report a held-out loss after
 *            each epoch; 0 for none
 * @param seed seed of initial weights, windows, masks and order
 * @param cacheMegabytes memory for spectrograms; a training set that is larger is read anew in every epoch, in random
 *            groups of clips of this size
 */
public record PaeTraining(int epochs, int batchSize, double learningRate, int windowStride, double heldOut, long seed,
    int cacheMegabytes) {

    /** The paper's: batch 512, 60 epochs, Adam 1e-3, 1e-4 from half-way. */
    public static final PaeTraining PAPER = new PaeTraining(60, 512, 1e-3, 1, 0, 0, 512);

    /** For some dozens of clips: smaller batches so that an epoch has more steps, far fewer epochs. */
    public static final PaeTraining SMALL_DATA = new PaeTraining(10, 128, 1e-3, 5, 0, 0, 512);

    private static final double LATE_FACTOR = 0.1;

    /** @return learning rate by epoch */
    public Schedule learningRates() {
        return new StepDecay(learningRate, LATE_FACTOR, List.of((epochs + 1) / 2));
    }

    /**
     * Checks the ranges.
     *
     * @throws AsdException naming the setting that is out of its range
     */
    public void check() throws AsdException {
        check(epochs >= 1, "number of epochs", epochs, "1 or more");
        check(batchSize >= 1, "batch size", batchSize, "1 or more, e.g. 512");
        check(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY, "learning rate", learningRate,
            "a positive number, e.g. 0.001");
        check(windowStride >= 1, "window stride", windowStride, "1 or more, e.g. 5");
        check(heldOut >= 0 && heldOut < 1, "held-out share", heldOut, "a share from 0 to below 1, e.g. 0.1");
        check(cacheMegabytes >= 1, "spectrogram cache", cacheMegabytes, "1 MB or more");
    }

    private static void check(final boolean right, final String what, final Number value, final String range)
        throws AsdException {
        if (!right) {
            throw new AsdException("The PAE's " + what + " is " + value + ".", "Choose " + range + ".");
        }
    }
}
