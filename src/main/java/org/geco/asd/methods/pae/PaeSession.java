package org.geco.asd.methods.pae;

import org.geco.asd.common.Seeds;
import org.geco.asd.learn.Standardisation;
import org.geco.asd.nn.optim.Adam;
import org.geco.asd.nn.optim.NetworkSession;
import org.geco.asd.nn.tensor.Parameters;
import org.nd4j.linalg.api.buffer.DataType;

/** The PAE of one machine type in training: network and optimiser, one step at a time. For one thread. */
final class PaeSession extends NetworkSession {
    private final PaeNetwork m_network;

    /** For batches of so many windows; the seeds are those of initial parameters. */
    PaeSession(final PaeArchitecture sizes, final int mels, final int windows, final Seeds seeds) {
        this(sizes, mels, windows, new Parameters(DataType.FLOAT, seeds));
    }

    private PaeSession(final PaeArchitecture sizes, final int mels, final int windows, final Parameters parameters) {
        this(parameters, new PaeNetwork(parameters, sizes, mels, windows, true));
    }

    private PaeSession(final Parameters parameters, final PaeNetwork network) {
        super(parameters, network, new Adam(parameters));
        m_network = network;
    }

    /**
     * @return off-heap bytes of network, optimiser and one batch from the first step on, and of predictions of held-out
     *         clips beside them; counted by a dry run: nothing is allocated, and ND4J need not have been started
     */
    static long bytes(final PaeArchitecture sizes, final int mels, final int windows) {
        try (PaeSession counted = new PaeSession(sizes, mels, windows, Parameters.dryRun(DataType.FLOAT))) {
            counted.m_network.dryRun(true);
            return counted.bytes() + PaeInference.bytes(sizes, mels, counted.parameters());
        }
    }

    /**
     * Changes the parameters with a batch of the session's capacity.
     *
     * @return the loss before the change: the mean squared error of the masked frames, in standardised units
     */
    double step(final WindowBatch batch, final double learningRate) {
        final double loss = m_network.gradients(batch.input(), batch.targets(), batch.errorWeights());
        update(learningRate);
        return loss;
    }

    /** @return predictions with the parameters as they are at each prediction; to be closed before the session */
    PaeInference inference(final PaeArchitecture sizes, final int mels, final Standardisation standardisation) {
        return new PaeInference(sizes, mels, standardisation, parameters(), false);
    }
}
