package org.geco.asd.pae;

import org.geco.asd.AsdException;
import org.geco.asd.nn.Nd4jRuntime;
import org.geco.asd.nn.Seeds;
import org.geco.asd.nn.graph.Graph;
import org.geco.asd.nn.session.ForwardSession;
import org.geco.asd.nn.session.HostArray;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Predicts masked frames with the PAE of one machine type: the network for two numbers of windows, so that few windows
 * are not padded to many. What a window gets does not depend on the windows beside it.
 */
final class PaeInference implements AutoCloseable {

    private static final int LARGE = 128;

    private static final int SMALL = 16;

    private final int m_length;

    private final int m_mels;

    private final Standardisation m_standardisation;

    private final Graph m_graph;

    private final Run m_large;

    private final Run m_small;

    /** The network for one number of windows. */
    private final class Run implements AutoCloseable {

        private final Graph m_own;

        private final ForwardSession m_session;

        private final WindowBatch m_batch;

        private final float[] m_prediction;

        Run(final Graph graph, final PaeArchitecture sizes, final int windows) {
            m_own = graph;
            new PaeNetwork(graph, sizes, m_mels, windows).prediction();
            m_session = new ForwardSession(graph, PaeNetwork.PREDICTION);
            m_batch = new WindowBatch(windows, m_length, m_mels, m_standardisation);
            m_prediction = new float[windows * m_length * m_mels];
        }

        /** Predicts the windows from index {@code from} on, as many as fit. */
        int predict(final Windows windows, final int from, final float[] predicted) {
            m_batch.clear();
            for (int i = from; i < windows.count() && !m_batch.isFull(); i++) {
                m_batch.add(windows.db(), windows.starts()[i] * m_mels, windows.masked()[i]);
            }
            HostArray.download(m_session.run(m_batch.inputs()).get(PaeNetwork.PREDICTION), m_prediction);
            for (int i = 0; i < m_batch.count(); i++) {
                final int row = i * m_length + windows.masked()[from + i];
                for (int mel = 0; mel < m_mels; mel++) {
                    predicted[(from + i) * m_mels + mel] = m_standardisation.toDb(m_prediction[row * m_mels + mel]);
                }
            }
            return from + m_batch.count();
        }

        @Override
        public void close() {
            m_session.close();
            m_batch.close();
            m_own.close();
        }
    }

    /**
     * Windows to be predicted.
     *
     * @param db dB values, frame after frame
     * @param starts first frame of each window
     * @param masked position of the masked frame in each window
     */
    record Windows(float[] db, int[] starts, int[] masked) {

        int count() {
            return starts.length;
        }
    }

    /**
     * @param sizes the network's sizes
     * @param mels number of mel bands
     * @param type parameters
     * @throws AsdException if ND4J cannot be started
     */
    PaeInference(final PaeArchitecture sizes, final int mels, final TypeModel type) throws AsdException {
        this(sizes, mels, type.standardisation(), emptyGraph());
        m_graph.load(type.weights());
    }

    private static Graph emptyGraph() throws AsdException {
        Nd4jRuntime.start();
        return new Graph(DataType.FLOAT, new Seeds(0));
    }

    private PaeInference(final PaeArchitecture sizes, final int mels, final Standardisation standardisation,
        final Graph graph) {
        m_length = sizes.blockFrames();
        m_mels = mels;
        m_standardisation = standardisation;
        m_graph = graph;
        m_large = new Run(graph, sizes, LARGE);
        m_small = new Run(new Graph(graph), sizes, SMALL);
    }

    /**
     * @param sizes the network's sizes
     * @param mels number of mel bands
     * @param standardisation of the input
     * @param trained the graph whose parameters are used as they are at each prediction, and which owns them
     * @return predictions of a model in training
     */
    static PaeInference of(final PaeArchitecture sizes, final int mels, final Standardisation standardisation,
        final Graph trained) {
        return new PaeInference(sizes, mels, standardisation, new Graph(trained));
    }

    /**
     * @param windows what to predict
     * @return the masked frame of each window as predicted, in dB
     */
    synchronized float[] predict(final Windows windows) {
        final float[] predicted = new float[windows.count() * m_mels];
        int done = 0;
        while (done < windows.count()) {
            final boolean many = windows.count() - done > LARGE / 2;
            done = (many ? m_large : m_small).predict(windows, done, predicted);
        }
        return predicted;
    }

    @Override
    public void close() {
        m_small.close();
        m_large.close();
    }
}
