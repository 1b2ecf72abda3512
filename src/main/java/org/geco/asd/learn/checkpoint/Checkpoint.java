package org.geco.asd.learn.checkpoint;

import java.util.List;
import java.util.Optional;

import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.learn.stop.Best;
import org.geco.asd.nn.tensor.Weights;

/**
 * A training after a whole number of epochs. Random numbers need no place here: every epoch has a stream of its own.
 *
 * @param training whose it is
 * @param epochs number of epochs done
 * @param finished true if training has ended: then {@code weights} are the model's
 * @param weights parameters and optimiser state, all that it takes to go on
 * @param best the best epoch so far, if training looks for it
 * @param history reports of all epochs done
 */
public record Checkpoint(Fingerprint training, int epochs, boolean finished, Weights weights, Optional<Best> best,
    List<EpochReport> history) {

    /** Copies the history. */
    public Checkpoint {
        history = List.copyOf(history);
    }
}
