package org.geco.asd.nodes.learn;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.cluster.ClusterSettings;
import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.learn.MemoryBudget;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.DeviceParameters;
import org.geco.asd.nodes.knime.InputColumns;
import org.geco.asd.nodes.knime.Locations;
import org.geco.asd.nodes.knime.NoFile;
import org.geco.asd.nodes.knime.RowSelection;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.nodes.table.LabelParameters;
import org.geco.asd.nodes.table.SpectrogramColumns;
import org.geco.asd.nodes.table.SpectrogramTable;
import org.geco.asd.nodes.table.WaveformColumn;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** The settings that the nodes of all learners have. A method adds its presets and what is its own. */
public abstract class LearnerParameters implements NodeParameters {
    /** What is taken if the user says nothing. */
    static final class UsualMemory implements DefaultValueProvider<Integer> {
        @Override
        public Integer computeState(final NodeParametersInput context) {
            return (int)(MemoryBudget.of(0).bytes() >> 20);
        }
    }

    @Widget(title = Titles.SPECTROGRAMS, description = "The column with the log-Mel spectrograms.")
    @ChoicesProvider(SpectrogramColumns.class)
    @Layout(LearnerLayout.Data.class)
    String m_spectrogramColumn = Columns.LOG_MEL;

    @Widget(title = Titles.MACHINE_TYPE, description = "The column with the machine type, e.g. <i>fan</i>.")
    @ChoicesProvider(InputColumns.Text.class)
    @Layout(LearnerLayout.Data.class)
    String m_typeColumn = Columns.MACHINE_TYPE;

    @Widget(title = Titles.MACHINE_ID, description = """
        The column with the ID of the machine within its type. Machine type and ID together tell machines apart.
        """)
    @ChoicesProvider(InputColumns.Text.class)
    @Layout(LearnerLayout.Data.class)
    String m_idColumn = Columns.MACHINE_ID;

    @Layout(LearnerLayout.Data.class)
    RowSelection m_rows = new RowSelection(Columns.SPLIT, Columns.TRAIN);

    @Widget(title = Titles.LABEL, description = """
        The column that says whether a clip is normal or anomalous, if there is one. Only normal clips are learned from:
        rows to train on that are labelled as anomalies are left out, and a warning counts them. Without such a column
        in the table, or unticked, every chosen row counts as normal.
        """)
    @OptionalWidget(defaultProvider = LabelParameters.UsualLabel.class)
    @ChoicesProvider(InputColumns.Text.class)
    @Layout(LearnerLayout.Data.class)
    @Advanced
    Optional<String> m_labelColumn = Optional.of(Columns.LABEL);

    @Layout(LearnerLayout.Training.Common.class)
    RateParameters m_rates = new RateParameters();

    @Widget(title = "Random seed", description = """
        Seed of the initial weights, of the order of the clips, of what is drawn from them and of the held-out clips.
        The same seed, settings and clips give the same model; another seed a slightly different one.
        """)
    @Layout(LearnerLayout.Training.Chance.class)
    int m_seed;

    @Layout(LearnerLayout.Stopping.class)
    StoppingParameters m_stopping = new StoppingParameters();

    @Widget(title = "Detector to start from", description = """
        The file of a detector whose model is trained further, as one at the last input would be: training again with
        new clips then takes fewer epochs. The sizes of the network must be the model's. Unticked, or empty in a flow
        variable: random weights.
        """)
    @OptionalWidget(defaultProvider = NoFile.class)
    @TextInputWidget(placeholder = "knime://knime.workflow/../pumps.detector")
    @Layout(LearnerLayout.Stopping.class)
    @Advanced
    Optional<String> m_start = Optional.empty();

    @Layout(LearnerLayout.Stopping.class)
    CheckpointParameters m_checkpoints = new CheckpointParameters();

    @Layout(LearnerLayout.Computing.class)
    DeviceParameters m_device = new DeviceParameters();

    @Widget(title = Titles.MEMORY_BUDGET, description = """
        The memory that the training may take: working memory of the networks, beyond Java's heap, and spectrograms that
        are kept instead of being read again in every epoch (no more than a quarter of the heap). It does not grow with
        the number of clips, and the model does not depend on it. Unticked: half of the memory that Java's heap leaves
        on this machine, at least 1 GB.
        """)
    @OptionalWidget(defaultProvider = UsualMemory.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(LearnerLayout.Computing.class)
    Optional<Integer> m_memoryBudget = Optional.empty();

    /** @return how many clips the machine type with the fewest has, 1 if there is none */
    public static int fewestOfType(final ClipSource clips) {
        final Map<String, Long> types = IntStream.range(0, clips.size()).mapToObj(clips::machine)
            .collect(Collectors.groupingBy(MachineId::type, Collectors.counting()));
        return types.values().stream().mapToInt(Long::intValue).min().orElse(1);
    }

    /** @return where recordings are, if the method hears them, too; fails if a setting cannot be used */
    protected Optional<WaveformColumn> waveforms() throws InvalidSettingsException {
        return Optional.empty();
    }

    /** @return the columns and rows to learn from; fails if a setting cannot be used */
    public final SpectrogramTable.Input input() throws InvalidSettingsException {
        return new SpectrogramTable.Input(m_spectrogramColumn, m_typeColumn, m_idColumn, m_rows,
            m_stopping.heldOutColumn(), m_labelColumn, waveforms());
    }

    /** @return when training ends before its last epoch */
    public final StoppingParameters stopping() {
        return m_stopping;
    }

    /** @return the file of the detector to start from, if there is one */
    public final Optional<Path> start() throws AsdException {
        final String file = m_start.orElse("");
        return file.isBlank() ? Optional.empty() : Optional.of(Locations.toPath(file));
    }

    /** @return where checkpoints are */
    public final CheckpointParameters checkpoints() {
        return m_checkpoints;
    }

    /** @return what to compute on */
    public final DeviceParameters device() {
        return m_device;
    }

    /** @return the cluster that trains; empty for this computer, where all learners can be trained */
    protected Optional<ClusterSettings> cluster() throws AsdException {
        return Optional.empty();
    }

    /** @return what the preset took for so many clips, if it chooses by their number */
    protected Optional<String> chosen(final int clips) {
        return Optional.empty();
    }

    /** Fails if it cannot be trained where it is set to be; no file is looked at. */
    protected void checkPlace() throws AsdException, InvalidSettingsException {
        // this computer
    }

    /** Fails naming a setting that a cluster cannot be told. */
    protected final void checkHandedOver() throws AsdException {
        m_checkpoints.checkHandedOver();
        m_stopping.checkHandedOver();
        m_device.checkHandedOver();
    }

    /** @return these and what is set here; milestones are for rates that fall in steps, 0 parts for the default */
    protected final TrainingSettings training(final int epochs, final int batchSize, final double learningRate,
        final List<Integer> milestones, final int partsAtOnce) {
        return new TrainingSettings(epochs, batchSize, learningRate, m_rates.course(milestones), m_stopping.rules(),
            m_seed, m_memoryBudget.orElse(0), partsAtOnce);
    }

    /** @return true if the learning rate falls in steps, as unless another course is chosen */
    protected final boolean fallsInSteps() {
        return m_rates.isSteps();
    }

    /** Checks all settings that need no data; an AsdException names the one that is out of its range. */
    public abstract void check() throws AsdException;
}
