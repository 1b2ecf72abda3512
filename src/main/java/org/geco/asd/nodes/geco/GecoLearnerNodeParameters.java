package org.geco.asd.nodes.geco;

import org.geco.asd.common.AsdException;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.methods.geco.GecoSettings;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.DeviceParameters;
import org.geco.asd.nodes.knime.InputColumns;
import org.geco.asd.nodes.knime.RowSelection;
import org.geco.asd.nodes.learn.CheckpointParameters;
import org.geco.asd.nodes.learn.RateParameters;
import org.geco.asd.nodes.learn.StoppingParameters;
import org.geco.asd.nodes.table.SpectrogramColumns;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;

/** Settings of the node GeCo Learner. */
final class GecoLearnerNodeParameters implements NodeParameters {

    @Widget(title = "Spectrograms", description = "The column with the log-Mel spectrograms.")
    @ChoicesProvider(SpectrogramColumns.class)
    String m_spectrogramColumn = Columns.LOG_MEL;

    @Widget(title = "Machine type", description = """
        The column with the machine type: its PAE predicts the frames of the reconstructions.
        """)
    @ChoicesProvider(InputColumns.Text.class)
    String m_typeColumn = Columns.MACHINE_TYPE;

    @Widget(title = "Machine ID", description = """
        The column with the ID of the machine within its type. Machine type and ID together are what the network learns
        to recognise.
        """)
    @ChoicesProvider(InputColumns.Text.class)
    String m_idColumn = Columns.MACHINE_ID;

    RowSelection m_rows = new RowSelection(Columns.SPLIT, Columns.TRAIN);

    @Widget(title = "Preset", description = """
        Gives every setting that is left to it (0, −1 or empty) its value.
        """)
    Preset m_preset = Preset.PAPER;

    @Widget(title = "Epochs", description = """
        How often every training clip is seen; 0 for the preset's. The preset's λ ramp and learning rates keep their
        shares of the training.
        """)
    int m_epochs;

    LambdaParameters m_lambda = new LambdaParameters();

    OptimiserParameters m_optimiser = new OptimiserParameters();

    RateParameters m_rates = new RateParameters();

    @Widget(title = "Contrastive loss", description = "The form of L_con.", advanced = true)
    ContrastiveLossChoice m_contrastiveLoss = ContrastiveLossChoice.BINARY_CROSS_ENTROPY;

    @Widget(title = "Temperature", description = """
        Divides the similarities in the supervised contrastive loss; the other form does not use it.
        """, advanced = true)
    double m_temperature = 0.1;

    NetworkParameters m_network = new NetworkParameters();

    StoppingParameters m_stopping = new StoppingParameters();

    CheckpointParameters m_checkpoints = new CheckpointParameters();

    DeviceParameters m_device = new DeviceParameters();

    @Widget(title = "Random seed", description = """
        Seed of the initial weights, of the order of the clips, of the patches, of the masked frames and of
        the held-out clips. The same seed
        and clips give the same model.
        """)
    int m_seed;

    @Widget(title = "Memory budget (MB)", description = """
        The memory that the training may take: working memory of the network and of the PAEs, beyond Java's heap, and
        spectrograms that are kept instead of being read again in every epoch (no more than a quarter of the heap). It
        does not grow with the number of clips, and the model does not depend on it. 0: half of the memory that Java's
        heap leaves on this machine, at least 1 GB.
        """, advanced = true)
    int m_memoryBudget;

    /** @return the settings, checked */
    GecoSettings settings() throws AsdException {
        if (m_epochs < 0) {
            throw new AsdException("The number of epochs is " + m_epochs + ".",
                "Choose 1 or more, or 0 for the preset's.");
        }
        final GecoSettings preset = m_preset.settings(m_epochs);
        final TrainingSettings training = preset.training();
        final GecoSettings settings = new GecoSettings(m_network.architecture(preset.architecture()),
            new TrainingSettings(training.epochs(),
                m_optimiser.m_batchSize == 0 ? training.batchSize() : m_optimiser.m_batchSize,
                m_optimiser.m_learningRate == 0 ? training.learningRate() : m_optimiser.m_learningRate,
                m_rates.course(training.rates().milestones()), m_stopping.rules(), m_seed, m_memoryBudget, 0),
            m_optimiser.m_momentum, m_optimiser.m_weightDecay, m_lambda.settings(preset.lambda()),
            m_contrastiveLoss.form(), m_temperature);
        settings.check();
        m_checkpoints.check();
        return settings;
    }
}
