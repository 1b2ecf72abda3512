package org.geco.asd.methods.pae;

import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.learn.MemoryBudget;
import org.geco.asd.learn.stop.StopRules;
import org.geco.asd.nn.optim.RateCourse;
import org.geco.asd.nn.optim.Schedule;

/**
 * How a PAE is trained. One epoch draws windows from every clip: a random first frame below {@code windowStride}, then
 * every {@code windowStride}-th start frame. With stride 1 every window of the training set is used once an epoch,
 * with a stride of a window's length every frame (but for the rest at the ends) once.
 *
 * @param epochs number of epochs
 * @param batchSize windows in one step
 * @param learningRate Adam's learning rate at its highest
 * @param rates how the learning rate goes over the training
 * @param windowStride frames from one training window of a clip to the next
 * @param stop when training ends before its last epoch
 * @param seed seed of initial weights, windows, masks, order and held-out clips
 * @param memoryMegabytes memory that the training may take, 0 for the machine's default
 *            ({@link MemoryBudget#of(int)}); decides what is kept of the spectrograms and how many machine types are
 *            trained at once, not what they learn
 * @param typesAtOnce machine types that are trained at once if there is memory for them; 0 for as many as the cores
 *            are good for
 */
public record PaeTraining(int epochs, int batchSize, double learningRate, RateCourse rates, int windowStride,
    StopRules stop, long seed, int memoryMegabytes, int typesAtOnce) {

    /** The paper's: batch 512, 60 epochs, Adam 1e-3, 1e-4 from half-way. */
    public static final PaeTraining PAPER = new PaeTraining(60, 512, 1e-3, 1, 0, 0, 0);

    /** For some dozens of clips: smaller batches so that an epoch has more steps, far fewer epochs. */
    public static final PaeTraining SMALL_DATA = new PaeTraining(10, 128, 1e-3, 5, 0, 0, 0);

    /**
     * The paper's course of the learning rate: a tenth from half-way.
     *
     * @param epochs number of epochs
     * @param batchSize windows in one step
     * @param learningRate learning rate in the first half of the epochs
     * @param windowStride frames from one training window of a clip to the next
     * @param heldOut share of the clips that is measured after each epoch instead of trained on
     * @param seed random seed
     * @param memoryMegabytes memory that the training may take
     */
    public PaeTraining(final int epochs, final int batchSize, final double learningRate, final int windowStride,
        final double heldOut, final long seed, final int memoryMegabytes) {
        this(epochs, batchSize, learningRate, RateCourse.steps(halfWay(epochs)), windowStride,
            new StopRules(heldOut, 0, 0), seed, memoryMegabytes, 0);
    }

    /**
     * @param epochs number of epochs
     * @return the epoch at which the paper's learning rate falls to a tenth
     */
    public static List<Integer> halfWay(final int epochs) {
        return List.of(Math.max(0, (epochs + 1) / 2));
    }

    /** @return learning rate by epoch */
    public Schedule learningRates() {
        return rates.of(learningRate, epochs);
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
        check(rates.milestonesAscend(), "list of learning-rate milestones", rates.milestones(),
            "epochs in ascending order, e.g. 30");
        check(rates.warmUpEpochs() >= 0 && rates.warmUpEpochs() <= epochs, "warm-up in epochs", rates.warmUpEpochs(),
            "0 for none, or a few epochs, e.g. 2");
        check(windowStride >= 1, "window stride", windowStride, "1 or more, e.g. 5");
        check(typesAtOnce >= 0, "number of machine types at once", typesAtOnce,
            "1 or more, or 0 for as many as the cores are good for");
        MemoryBudget.check(memoryMegabytes);
        stop.check();
    }

    private static void check(final boolean right, final String what, final Object value, final String range)
        throws AsdException {
        if (!right) {
            throw new AsdException("The PAE's " + what + " is " + value + ".", "Choose " + range + ".");
        }
    }
}
