package org.geco.asd.nodes.geco;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.learn.TrainingOptions;
import org.geco.asd.methods.geco.GecoHistory;
import org.geco.asd.methods.geco.GecoModel;
import org.geco.asd.methods.geco.GecoSettings;
import org.geco.asd.methods.geco.GecoTrainer;
import org.geco.asd.methods.pae.PaeReconstructor;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.KnimeProgress;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.nodes.learn.TrainingHistory;
import org.geco.asd.nodes.pae.PaeModelPortObject;
import org.geco.asd.nodes.table.SpectrogramTable;
import org.geco.asd.nodes.table.SpectrogramValue;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node GeCo Learner: joint generative-contrastive training. */
public final class GecoLearnerNodeFactory extends DefaultNodeFactory {

    private static final String NO_PAE =
        "No PAE model is connected: the plain ResNet-18 baseline was trained, without reconstructions and without L_con.";

    private static final TrainingHistory.Columns HISTORY = new TrainingHistory.Columns("", metrics());

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("GeCo Learner") //
        .icon("../../../../../icons/gecolearner.png") //
        .shortDescription("Learns to tell machines apart, and their sounds from what a PAE predicts of them (GeCo).") //
        .fullDescription("""
            <p>Trains GeCo (Zeng et al., <i>Joint Generative-Contrastive Representation Learning for Anomalous Sound
            Detection</i>): a ResNet-18 that learns to tell machines apart from normal recordings alone. In every
            training step a random patch of each clip is joined by its reconstruction, in which one frame of every five
            is replaced by what the PAE of its machine type predicts. The loss is
            <i>L_CE + λ · L_con</i>: the cross entropy of the machine IDs over originals and reconstructions, and a
            contrastive loss that separates the two within each machine. λ is 0 at first and then rises, so that the
            network learns the machines before it learns what is not quite them.</p>
            <p>A clip is scored by the GeCo Predictor: 1 − cosine between its embedding and the centre of the training
            clips of its own machine.</p>
            <p>Connect a PAE model that was trained on the same machine types. Without it the node trains the plain
            ResNet-18, the paper's baseline, and says so.</p>
            <p><b>Going on.</b> With a checkpoint folder a learner that was cancelled goes on where it was when it is
            executed again, and ends with the model of a training that was not interrupted. With a model at the last
            input the learner starts from it instead of from random weights: it learns
            new machines, and goes on with the ones it knows; machines without clips are not known any more. Base width
            and frames in a patch must be the model's.</p>
            <p><b>Stopping.</b> A training may end before its last epoch: when clips that are held out do no better for
            some epochs, or when its time is up. The model so far is kept, and the history tells why it stopped.</p>
            <p><b>Memory.</b> Spectrograms are read from KNIME's file store while training goes on, so the number of
            clips does not matter. <i>Memory budget</i> bounds what the networks and the spectrograms that are kept may
            take; a training that needs more is refused before it starts.</p>
            <p>There must be clips of two machines at least. With thousands of clips choose the preset of the paper.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputTable("Spectrograms", "One row for each clip: its log-Mel spectrogram, machine type and ID.") //
            .addInputPort("PAE model", "Optional: the PAEs that predict the frames of the reconstructions.",
                PaeModelPortObject.TYPE_OPTIONAL) //
            .addInputPort("GeCo model to train further", "Optional: a finished model to start from.",
                GecoModelPortObject.TYPE_OPTIONAL) //
            .addOutputPort("GeCo model", "The trained network with the centre of each machine.",
                GecoModelPortObject.TYPE) //
            .addOutputTable("History", """
                λ, losses, accuracies and learning rate of each epoch, and why training stopped.
                """)) //
        .model(m -> m //
            .parametersClass(GecoLearnerNodeParameters.class) //
            .configure(NodeFailures.guardConfigure(GecoLearnerNodeFactory::configure)) //
            .execute(NodeFailures.guard(GecoLearnerNodeFactory::execute))) //
        .nodeType(NodeType.Learner) //
        .keywords("anomaly detection", "sound", "contrastive learning", "ResNet", "machine condition monitoring");

    /** Creates the factory. */
    public GecoLearnerNodeFactory() {
        super(NODE);
    }

    private static Map<String, String> metrics() {
        final Map<String, String> metrics = new LinkedHashMap<>();
        GecoHistory.METRICS.forEach(metric -> metrics.put(metric, metric));
        return metrics;
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output)
        throws AsdException, InvalidSettingsException {
        final GecoLearnerNodeParameters parameters = input.getParameters();
        final DataTableSpec spec = input.getInTableSpec(0);
        Columns.require(spec, Titles.SPECTROGRAMS, parameters.spectrogramColumn(), SpectrogramValue.class);
        Columns.require(spec, Titles.MACHINE_TYPE, parameters.typeColumn(), StringValue.class);
        Columns.require(spec, Titles.MACHINE_ID, parameters.idColumn(), StringValue.class);
        parameters.rows().on(spec);
        parameters.check();
        parameters.checkpoints().check();
        parameters.device().check();
        // the machines are known only after training, so there is no model spec yet
        output.setOutSpec(1, HISTORY.spec());
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws AsdException, InvalidSettingsException {
        final GecoLearnerNodeParameters parameters = input.getParameters();
        final GecoSettings settings = parameters.settings();
        final List<String> warnings = new ArrayList<>();
        final ClipSource clips = SpectrogramTable.of(input.getInTable(0), parameters.spectrogramColumn(),
            parameters.typeColumn(), parameters.idColumn(), parameters.rows(), warnings::add);
        final PaeModelPortObject pae = input.getInPortObject(1);
        final TrainingHistory history = new TrainingHistory(HISTORY);
        final GecoModelPortObject start = input.getInPortObject(2);
        final TrainingOptions<GecoModel> options =
            new TrainingOptions<>(start == null ? Optional.empty() : Optional.of(start.model()),
                parameters.checkpoints().settings());
        parameters.device().start(warnings::add);
        final GecoModel model =
            train(settings, clips, pae, options, new KnimeProgress(input.getExecutionContext()), history);
        if (pae == null) {
            warnings.add(NO_PAE);
        }
        warnings.addAll(history.warnings());
        output.setOutData(new GecoModelPortObject(model, input.getExecutionContext()),
            history.toTable(input.getExecutionContext()));
        if (!warnings.isEmpty()) {
            output.setWarningMessage(String.join("\n", warnings));
        }
    }

    private static GecoModel train(final GecoSettings settings, final ClipSource clips,
        final PaeModelPortObject pae, final TrainingOptions<GecoModel> options, final ProgressMonitor progress,
        final TrainingHistory history) throws AsdException {
        if (pae == null) {
            return GecoTrainer.train(settings, clips, Optional.empty(), options, progress, history);
        }
        try (PaeReconstructor reconstructor = new PaeReconstructor(pae.model())) {
            return GecoTrainer.train(settings, clips, Optional.of(reconstructor), options, progress, history);
        }
    }
}
