package org.geco.asd.nodes.learn;

import java.util.Optional;

/** Changes settings that all learners share, for tests of any. */
public final class Learning {

    private Learning() {
    }

    /** 0 stands for what is not ticked. */
    public static void stopping(final LearnerParameters parameters, final double heldOutShare, final int patience,
        final double minutes) {
        parameters.m_stopping.m_heldOut =
            heldOutShare == 0 ? StoppingParameters.HeldOutClips.NONE : StoppingParameters.HeldOutClips.SHARE;
        parameters.m_stopping.m_heldOutShare = heldOutShare;
        parameters.m_stopping.m_patience = patience == 0 ? Optional.empty() : Optional.of(patience);
        parameters.m_stopping.m_minutes = minutes == 0 ? Optional.empty() : Optional.of(minutes);
    }

    /** Rows that the reader held out, and early stopping on them. */
    public static void stoppingOnRows(final LearnerParameters parameters, final int patience) {
        parameters.m_stopping.m_heldOut = StoppingParameters.HeldOutClips.ROWS;
        parameters.m_stopping.m_patience = Optional.of(patience);
    }

    public static void rates(final LearnerParameters parameters, final String shape, final double warmUp) {
        parameters.m_rates.m_shape = RateParameters.Shape.valueOf(shape);
        parameters.m_rates.m_warmUpEpochs = Optional.of(warmUp);
    }

    public static void checkpoints(final LearnerParameters parameters, final String folder, final int every) {
        parameters.m_checkpoints.m_folder = folder.isEmpty() ? Optional.empty() : Optional.of(folder);
        parameters.m_checkpoints.m_every = every;
    }

    public static void seed(final LearnerParameters parameters, final int seed) {
        parameters.m_seed = seed;
    }

    public static void memory(final LearnerParameters parameters, final int megabytes) {
        parameters.m_memoryBudget = Optional.of(megabytes);
    }

    public static void spectrograms(final LearnerParameters parameters, final String column) {
        parameters.m_spectrogramColumn = column;
    }

    public static void machineIds(final LearnerParameters parameters, final String column) {
        parameters.m_idColumn = column;
    }

    public static void start(final LearnerParameters parameters, final String detector) {
        parameters.m_start = Optional.of(detector);
    }
}
