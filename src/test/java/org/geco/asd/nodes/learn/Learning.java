package org.geco.asd.nodes.learn;

/** Settings that both learners share, for tests of either. */
public final class Learning {

    private Learning() {
    }

    public static StoppingParameters stopping(final double heldOutShare, final int patience, final double minutes) {
        final StoppingParameters stopping = new StoppingParameters();
        stopping.m_heldOutShare = heldOutShare;
        stopping.m_patience = patience;
        stopping.m_minutes = minutes;
        return stopping;
    }

    public static RateParameters rates(final String shape, final String milestones, final double warmUp) {
        final RateParameters rates = new RateParameters();
        rates.m_shape = RateParameters.Shape.valueOf(shape);
        rates.m_milestones = milestones;
        rates.m_warmUpEpochs = warmUp;
        return rates;
    }

    public static CheckpointParameters checkpoints(final String folder, final int every) {
        final CheckpointParameters checkpoints = new CheckpointParameters();
        checkpoints.m_folder = folder;
        checkpoints.m_every = every;
        return checkpoints;
    }
}
