package org.geco.asd.nodes.pae;

import org.geco.asd.common.AsdException;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.methods.pae.PaeArchitecture;
import org.geco.asd.methods.pae.PaeSettings;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.DeviceParameters;
import org.geco.asd.nodes.knime.InputColumns;
import org.geco.asd.nodes.knime.RowSelection;
import org.geco.asd.nodes.learn.CheckpointParameters;
import org.geco.asd.nodes.learn.RateParameters;
import org.geco.asd.nodes.learn.StoppingParameters;
import org.geco.asd.nodes.table.SpectrogramColumns;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;

/** Settings of the node PAE Learner. Numbers are 0 for "as the preset says", so that each can be swept alone. */
final class PaeLearnerNodeParameters implements NodeParameters {

    @Widget(title = "Spectrograms", description = "The column with the log-Mel spectrograms.")
    @ChoicesProvider(SpectrogramColumns.class)
    String m_spectrogramColumn = Columns.LOG_MEL;

    @Widget(title = "Machine type", description = "The column with the machine type: each type gets its own PAE.")
    @ChoicesProvider(InputColumns.Text.class)
    String m_typeColumn = Columns.MACHINE_TYPE;

    @Widget(title = "Machine ID", description = "The column with the ID of the machine within its type.")
    @ChoicesProvider(InputColumns.Text.class)
    String m_idColumn = Columns.MACHINE_ID;

    RowSelection m_rows = new RowSelection(Columns.SPLIT, Columns.TRAIN);

    @Widget(title = "Preset", description = "Fills in every setting below that is 0.")
    PaePreset m_preset = PaePreset.PAPER;

    @Widget(title = "Epochs", description = """
            How often the training clips are gone through. 0: as the preset says.
            """)
    int m_epochs;

    @Widget(title = "Batch size", description = "Windows in one training step. 0: as the preset says.")
    int m_batchSize;

    @Widget(title = "Learning rate", description = """
            Highest learning rate of the optimiser Adam. 0: as the preset says.
            """)
    double m_learningRate;

    @Widget(title = "Window stride", description = """
            Frames from one training window of a clip to the next, from a first frame that is drawn anew in every epoch.
            1 uses every window in every epoch, 5 every frame about once. 0: as the preset says.
            """)
    int m_windowStride;

    @Widget(title = "Random seed", description = """
            The same seed, settings and clips give the same model on the same machine.
            """)
    int m_seed;

    RateParameters m_rates = new RateParameters();

    StoppingParameters m_stopping = new StoppingParameters();

    CheckpointParameters m_checkpoints = new CheckpointParameters();

    DeviceParameters m_device = new DeviceParameters();

    @Widget(title = "Encoder width", description = "Channels of the encoder's blocks. 0: as the preset says.")
    @Advanced
    int m_encoderWidth;

    @Widget(title = "Encoder blocks", description = "Transformer blocks of the encoder. 0: as the preset says.")
    @Advanced
    int m_encoderBlocks;

    @Widget(title = "Bottleneck", description = "Channels between encoder and decoder. 0: as the preset says.")
    @Advanced
    int m_bottleneck;

    @Widget(title = "Decoder width", description = "Channels of the decoder's blocks. 0: as the preset says.")
    @Advanced
    int m_decoderWidth;

    @Widget(title = "Decoder blocks", description = "Transformer blocks of the decoder. 0: as the preset says.")
    @Advanced
    int m_decoderBlocks;

    @Widget(title = "Attention heads", description = """
            Heads of the self-attention; both widths must be multiples of it. 0: as the preset says.
            """)
    @Advanced
    int m_heads;

    @Widget(title = "Memory budget (MB)", description = """
            The memory that the training may take: working memory of the networks, beyond Java's heap, and spectrograms
            that are kept instead of being read again in every epoch (no more than a quarter of the heap). It does not
            grow with the number of clips, and the model does not depend on it. 0: half of the memory that Java's heap
            leaves on this machine, at least 1 GB.
            """)
    @Advanced
    int m_memoryBudget;

    @Widget(title = "Machine types at once", description = """
            How many machine types are trained at the same time, if the memory budget has room for them. The models do
            not depend on it. 0: one for every four cores.
            """)
    @Advanced
    int m_typesAtOnce;

    /**
     * @return the preset with what is set here put in
     * @throws AsdException if a setting is out of its range
     */
    PaeSettings settings() throws AsdException {
        final PaeArchitecture sizes = m_preset.settings().architecture();
        final TrainingSettings training = m_preset.settings().training();
        final int epochs = or(m_epochs, training.epochs());
        final PaeSettings settings = new PaeSettings(
            new PaeArchitecture(sizes.blockFrames(), or(m_encoderWidth, sizes.encoderWidth()),
                or(m_encoderBlocks, sizes.encoderBlocks()), or(m_bottleneck, sizes.bottleneck()),
                or(m_decoderWidth, sizes.decoderWidth()), or(m_decoderBlocks, sizes.decoderBlocks()),
                or(m_heads, sizes.heads()), sizes.mlpRatio()),
            new TrainingSettings(epochs, or(m_batchSize, training.batchSize()),
                m_learningRate == 0 ? training.learningRate() : m_learningRate,
                m_rates.course(PaeSettings.halfWay(epochs)), m_stopping.rules(), m_seed, m_memoryBudget, m_typesAtOnce),
            or(m_windowStride, m_preset.settings().windowStride()));
        settings.check();
        m_checkpoints.check();
        return settings;
    }

    private static int or(final int value, final int preset) {
        return value == 0 ? preset : value;
    }
}
