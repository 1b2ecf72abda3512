package org.geco.asd.learn;

import java.util.Optional;

import org.geco.asd.learn.checkpoint.CheckpointSettings;

/** What a training starts from: a finished model or random weights, and where an interrupted one is found again. */
public record TrainingOptions<M>(Optional<M> model, CheckpointSettings checkpoints) {
    /** @return random weights, no checkpoints */
    public static <M> TrainingOptions<M> none() {
        return new TrainingOptions<>(Optional.empty(), CheckpointSettings.NONE);
    }
}
