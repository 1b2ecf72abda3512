package org.geco.asd.methods.pae;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

import org.geco.asd.common.Seeds;
import org.geco.asd.learn.Standardisation;
import org.geco.asd.learn.types.LoadedTypes;
import org.geco.asd.learn.types.TypeModel;
import org.geco.asd.nn.tensor.HostArray;
import org.geco.asd.nn.tensor.Parameters;
import org.geco.asd.nn.tensor.Weights;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Predicts masked frames with the PAE of one machine type: the network for some numbers of windows, so that few windows
 * are not padded to many. What a window gets does not depend on the windows beside it.
 */
final class PaeInference implements LoadedTypes.Network {
    /** Numbers of windows that there is a network for; the first is about a clip of 10 s. */
    private static final List<Integer> SIZES = List.of(320, 96, 32, 8);

    /** A network is used for fewer windows than it is made for if at least this share of it is used. */
    private static final double FULL_ENOUGH = 0.75;

    private final int m_mels;
    private final Standardisation m_standardisation;
    private final Parameters m_parameters;
    private final boolean m_owner;
    private final PaeArchitecture m_sizes;
    private final Map<Integer, Run> m_runs = new HashMap<>();

    /** The network for one number of windows. */
    private final class Run implements AutoCloseable {
        private final PaeNetwork m_network;
        private final WindowBatch m_batch;
        private final float[] m_prediction;

        Run(final int windows) {
            m_network = new PaeNetwork(m_parameters, m_sizes, m_mels, windows, false);
            m_batch = new WindowBatch(windows, m_sizes.blockFrames(), m_mels, m_standardisation);
            m_prediction = new float[windows * m_mels];
        }

        /** Predicts the windows from index {@code from} on, as many as fit. */
        int predict(final Windows windows, final int from, final float[] predicted) {
            final int count = Math.min(windows.count() - from, m_prediction.length / m_mels);
            for (int i = 0; i < count; i++) {
                m_batch.add(i, windows.db(), windows.start().applyAsInt(from + i) * m_mels,
                    windows.masked().applyAsInt(from + i));
            }
            HostArray.download(m_network.predict(m_batch.input()), m_prediction);
            for (int i = 0; i < count * m_mels; i++) {
                predicted[from * m_mels + i] = m_standardisation.toDb(m_prediction[i], i % m_mels);
            }
            return from + count;
        }

        @Override
        public void close() {
            m_network.close();
            m_batch.close();
        }
    }

    /**
     * Windows of dB values, frame after frame: for the number of each its first frame, and the position of the masked
     * frame in it.
     */
    record Windows(float[] db, int count, IntUnaryOperator start, IntUnaryOperator masked) { }

    /** With the parameters of a member of a model's machine type; ND4J has been started. */
    PaeInference(final PaeModel model, final TypeModel type, final Weights member) {
        this(model.settings().architecture(), model.mel().mels(), type.standardisation(),
            new Parameters(DataType.FLOAT, new Seeds(0)), true);
        m_runs.put(SIZES.get(0), new Run(SIZES.get(0)));
        m_parameters.load(member);
    }

    /** With parameters as they are at each time, which are freed by the owner. */
    PaeInference(final PaeArchitecture sizes, final int mels, final Standardisation standardisation,
        final Parameters parameters, final boolean owner) {
        m_sizes = sizes;
        m_mels = mels;
        m_standardisation = standardisation;
        m_parameters = parameters;
        m_owner = owner;
    }

    /** @return the masked frame of each window as predicted, in dB */
    synchronized float[] predict(final Windows windows) {
        final float[] predicted = new float[windows.count() * m_mels];
        int done = 0;
        while (done < windows.count()) {
            done = m_runs.computeIfAbsent(size(windows.count() - done), Run::new).predict(windows, done, predicted);
        }
        return predicted;
    }

    private static int size(final int windows) {
        return SIZES.stream().filter(size -> windows >= FULL_ENOUGH * size).findFirst()
            .orElse(SIZES.get(SIZES.size() - 1));
    }

    /**
     * @return off-heap bytes of predictions with a trained PAE's own parameters when every number of windows has
     *         occurred, counted by a dry run
     */
    static long bytes(final PaeArchitecture sizes, final int mels) {
        try (Parameters counted = Parameters.dryRun(DataType.FLOAT)) {
            return bytes(sizes, mels, counted) + counted.bytes();
        }
    }

    /** The same without the parameters. */
    static long bytes(final PaeArchitecture sizes, final int mels, final Parameters dryRun) {
        long bytes = 0;
        for (final int windows : SIZES) {
            try (PaeNetwork network = new PaeNetwork(dryRun, sizes, mels, windows, false)) {
                network.dryRun(false);
                bytes += network.bytes();
            }
        }
        return bytes;
    }

    @Override
    public void close() {
        m_runs.values().forEach(Run::close);
        if (m_owner) {
            m_parameters.close();
        }
    }
}
