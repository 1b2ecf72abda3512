package org.geco.asd.learn;

import java.util.Optional;

import org.geco.asd.learn.checkpoint.CheckpointSettings;

/**
 * What a training starts from.
 *
 * @param <M> kind of model
 * @param model a finished model to train further; empty for random weights
 * @param checkpoints where an interrupted training is found again
 */
public record TrainingOptions<M>(Optional<M> model, CheckpointSettings checkpoints) {

    /**
     * @param <M> kind of model
     * @return random weights, no checkpoints
     */
    public static <M> TrainingOptions<M> none() {
        return new TrainingOptions<>(Optional.empty(), CheckpointSettings.NONE);
    }
}
