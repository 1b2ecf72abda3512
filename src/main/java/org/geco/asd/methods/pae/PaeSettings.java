package org.geco.asd.methods.pae;

import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.nn.optim.RateCourse;

/**
 * Everything that decides what a PAE learns, apart from the sounds. It is trained with Adam, in batches of windows. One
 * epoch draws windows from every clip: a random first frame below {@code windowStride}, then every {@code
 * windowStride}-th start frame. With stride 1 every window of the training set is used once an epoch, with a stride of
 * a window's length every frame (but for the rest at the ends) once.
 */
public record PaeSettings(PaeArchitecture architecture, TrainingSettings training, int windowStride) {
    /** The paper's settings (section 3.2): batch 512, 60 epochs, Adam 1e-3, 1e-4 from half-way. */
    public static final PaeSettings PAPER = of(PaeArchitecture.PAPER, 60, 512, 1);

    /** The paper's network for some dozens of clips on a CPU: smaller batches, so more steps an epoch, fewer epochs. */
    public static final PaeSettings SMALL_DATA = of(PaeArchitecture.PAPER, 10, 128, 5);

    /** A small network for a first look: seconds instead of minutes. */
    public static final PaeSettings QUICK = of(PaeArchitecture.SMALL, 10, 128, 5);

    /** @return settings with the paper's learning rate and its course: 1e-3, a tenth from half-way */
    public static PaeSettings of(final PaeArchitecture architecture, final int epochs, final int batchSize,
        final int windowStride) {
        return new PaeSettings(architecture,
            TrainingSettings.of(epochs, batchSize, 1e-3, RateCourse.steps(halfWay(epochs))), windowStride);
    }

    /** @return the epoch at which the paper's learning rate falls to a tenth */
    public static List<Integer> halfWay(final int epochs) {
        return List.of(Math.max(0, (epochs + 1) / 2));
    }

    /** Fails naming the setting that is out of its range. */
    public void check() throws AsdException {
        architecture.check();
        training.check("The PAE's");
        Checks.range(windowStride >= 1, "The PAE's window stride", windowStride, "1 or more, e.g. 5");
    }
}
