package org.geco.asd.methods.autoencoder;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.deeplearning4j.config.DL4JClassLoading;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.MemoryUseMode;
import org.deeplearning4j.nn.conf.memory.NetworkMemoryReport;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.geco.asd.common.Seeds;
import org.geco.asd.files.Tensor;
import org.geco.asd.learn.types.LoadedTypes;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nn.optim.Session;
import org.geco.asd.nn.runtime.NativeThreads;
import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.HostArray;
import org.geco.asd.nn.tensor.Initializer;
import org.geco.asd.nn.tensor.Weights;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The network of one machine type, with its optimiser: windows of frames [windows, seen frames · mels] in dB in, those
 * that are predicted out. For one thread at a time; the thread that used it last closes it.
 */
final class AutoencoderNetwork implements Session, LoadedTypes.Network {
    private static final String MOMENTS = "adam.moments";
    private static final String STEPS = "adam.steps";

    private final AutoencoderSettings m_settings;
    private final AutoencoderLayers.Rate m_rate = new AutoencoderLayers.Rate();
    private final Arena m_arena = new Arena(DataType.FLOAT, true);
    private final MultiLayerNetwork m_network;

    /** What predicts, until the parameters change. */
    private Optional<FoldedAutoencoder> m_folded = Optional.empty();

    /** Views of the network's parameters and running statistics, e.g. {@code dense1.W}, {@code norm1.mean}. */
    private final Map<String, INDArray> m_parameters = new LinkedHashMap<>();

    /** Makes the layers; their values are arbitrary. */
    AutoencoderNetwork(final AutoencoderSettings settings, final int mels) {
        // its layers look for their helpers by name, with the loader of the thread unless they are told
        DL4JClassLoading.setDl4jClassloaderFromClass(MultiLayerNetwork.class);
        NativeThreads.enter();
        m_settings = settings;
        m_network = new MultiLayerNetwork(AutoencoderLayers.of(settings, mels, m_arena, m_rate));
        m_network.init();
        for (final Layer layer : m_network.getLayers()) {
            layer.paramTable().forEach(
                (name, array) -> m_parameters.put(layer.conf().getLayer().getLayerName() + "." + name, array));
        }
    }

    /** Starts as Keras does: matrices uniform in ±√(6/(inputs + outputs)) (Glorot), scales and variances 1, else 0. */
    void initialise(final Seeds seeds) {
        final Map<String, Tensor> tensors = new LinkedHashMap<>();
        m_parameters.forEach((name, array) -> {
            final float[] values = new float[Math.toIntExact(array.length())];
            initialiser(name, array.shape()).fill(values, seeds.stream(name));
            tensors.put(name, new Tensor(array.shape(), values));
        });
        load(Weights.of(tensors));
    }

    private static Initializer initialiser(final String name, final long[] shape) {
        if (name.endsWith(".W")) {
            return Initializer.uniform(Math.sqrt(6.0 / (shape[0] + shape[1])));
        }
        return name.endsWith(".gamma") || name.endsWith(".var") ? Initializer.constant(1)
            : Initializer.constant(0);
    }

    /**
     * Changes the parameters and the running statistics with dB values: what is seen of windows [windows, seen frames ·
     * mels], and what is to be predicted of them.
     *
     * @return the loss before the change: the mean squared error in dB²
     */
    double step(final INDArray windows, final INDArray targets, final double learningRate) {
        NativeThreads.enterAlone();
        m_rate.set(learningRate);
        prepare();
        changed();
        m_network.fit(windows, targets);
        return m_network.score();
    }

    /** For the first step: else the layers would learn only in the middle of it where their gradients lie. */
    private void prepare() {
        if (m_network.getFlattenedGradients() == null) {
            m_network.initGradientsView();
            if (HostArray.isInHostMemory()) {
                m_network.setUpdater(new HostAdam(m_network));
            }
        }
    }

    /** @return the mean squared error of all windows of a clip, one at least, in dB², with the running statistics */
    double error(final Spectrogram clip) {
        final int mels = clip.mels();
        final double[] bands = new double[mels];
        predict(clip, (frame, values, at) -> addSquares(values, at, clip.values(), frame * mels, bands));
        return Arrays.stream(bands).sum() / ((double)m_settings.windows(clip) * m_settings.outputs() * mels);
    }

    private static void addSquares(final float[] a, final int fromA, final float[] b, final int fromB,
        final double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            final double difference = (double)a[fromA + i] - b[fromB + i];
            sums[i] += difference * difference;
        }
    }

    /** @return the clip as predicted, in dB: each frame's mean over the windows that predict it, itself if none does */
    float[] reconstruct(final Spectrogram clip) {
        final int mels = clip.mels();
        final float[] mean = clip.values().clone();
        final int first = m_settings.firstOutput();
        Arrays.fill(mean, first * mels, (first + m_settings.windows(clip) + m_settings.outputs() - 1) * mels, 0f);
        predict(clip, (frame, values, at) -> {
            final int last = frame - first;
            final int lies =
                Math.min(last, m_settings.windows(clip) - 1) - Math.max(0, last - m_settings.outputs() + 1) + 1;
            for (int band = 0; band < mels; band++) {
                mean[frame * mels + band] += values[at + band] / lies;
            }
        });
        return mean;
    }

    private void predict(final Spectrogram clip, final FoldedAutoencoder.Predicted use) {
        NativeThreads.enterAlone();
        if (m_folded.isEmpty()) {
            m_folded = Optional.of(new FoldedAutoencoder(m_settings, clip.mels(), weights()));
        }
        m_folded.get().predict(clip, use);
    }

    private void changed() {
        m_folded.ifPresent(FoldedAutoencoder::close);
        m_folded = Optional.empty();
    }

    /** @return a copy of the parameters and running statistics */
    @Override
    public Weights weights() {
        final Map<String, Tensor> tensors = new LinkedHashMap<>();
        m_parameters.forEach((name, array) -> tensors.put(name, copy(array)));
        return Weights.of(tensors);
    }

    @Override
    public void load(final Weights weights) {
        changed();
        m_parameters.forEach((name, array) -> assign(array, weights.get(name)));
    }

    /** @return a copy of all that it takes to go on: Adam's moments and its count of steps too */
    @Override
    public Weights state() {
        final Map<String, Tensor> tensors = new LinkedHashMap<>(weights().tensors());
        tensors.put(MOMENTS, copy(moments()));
        tensors.put(STEPS, new Tensor(new long[]{1}, new float[]{Float.intBitsToFloat(m_network.getIterationCount())}));
        return Weights.of(tensors);
    }

    @Override
    public void restore(final Weights state) {
        load(state);
        assign(moments(), state.get(MOMENTS));
        m_network.getLayerWiseConfigurations().setIterationCount(Float.floatToRawIntBits(state.get(STEPS).values()[0]));
    }

    private INDArray moments() {
        prepare();
        return m_network.getUpdater().getStateViewArray();
    }

    private static Tensor copy(final INDArray array) {
        final float[] values = new float[Math.toIntExact(array.length())];
        HostArray.download(array, values);
        return new Tensor(array.shape(), values);
    }

    private static void assign(final INDArray array, final Tensor tensor) {
        try (HostArray source = new HostArray(array.shape())) {
            System.arraycopy(tensor.values(), 0, source.values(), 0, source.values().length);
            array.assign(source.upload());
        }
    }

    /** @return off-heap bytes of a training and of the scoring beside it, as Deeplearning4j tells them */
    static long bytes(final AutoencoderSettings settings, final int mels, final int windows) {
        final long inputs = (long)settings.inputs() * mels;
        final NetworkMemoryReport report =
            AutoencoderLayers.of(settings, mels, Arena.dryRun(DataType.FLOAT), new AutoencoderLayers.Rate())
                .getMemoryReport(InputType.feedForward(inputs));
        final long scored = FoldedAutoencoder.WINDOWS;
        return report.getTotalMemoryBytes(windows, MemoryUseMode.TRAINING, CacheMode.NONE, DataType.FLOAT)
            + report.getTotalMemoryBytes((int)scored, MemoryUseMode.INFERENCE, CacheMode.NONE, DataType.FLOAT)
            + (windows + scored) * (inputs + (long)settings.outputs() * mels) * Float.BYTES;
    }

    /** Its own {@code close()} would collect all garbage of Java's heap as well, which takes seconds in a large one. */
    @Override
    public void close() {
        m_arena.close();
        changed();
        m_network.params().close();
        if (m_network.getFlattenedGradients() != null) {
            m_network.getFlattenedGradients().close();
        }
        if (m_network.getUpdater(false) != null) {
            moments().close();
        }
        Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
    }
}
