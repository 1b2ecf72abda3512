package org.geco.asd.nodes.pae;

import java.util.ArrayList;
import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.methods.pae.PaeScorer;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.KnimeProgress;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.model.PaeModelPortObject;
import org.geco.asd.nodes.predict.ClipScoring;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node PAE Predictor: appends the prediction error of a trained PAE. */
public final class PaePredictorNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("PAE Predictor") //
        .icon("../../../../../icons/paepredictor.png") //
        .shortDescription("Scores clips by how badly a trained PAE predicts their frames.") //
        .fullDescription("""
            <p>Appends the frame-level anomaly score of each clip: frames of its log-Mel spectrogram are masked one
            after the other, the PAE of the clip's machine type predicts each from its neighbours, and the score is the mean
            squared error in dB². The higher, the more anomalous. Scores of different machine types cannot be compared
            with each other.</p>
            <p>A clip's score depends on the clip and the model only, not on the other rows. The output has the used
            rows only, in their order. A clip without a spectrogram or with one that cannot be scored gets a missing score
            with its reason, and one warning counts them. A machine type that the model was not trained on stops the
            node, as do spectrograms that were computed with other settings than those of the training.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputPort("PAE model", "A trained model from the node PAE Learner.", PaeModelPortObject.TYPE) //
            .addInputTable("Spectrograms", "One row for each clip: its log-Mel spectrogram and machine type.") //
            .addOutputTable("Scored clips", "The used rows with the PAE score appended.")) //
        .model(m -> m //
            .parametersClass(PaePredictorNodeParameters.class) //
            .configure(NodeFailures.guardConfigure(PaePredictorNodeFactory::configure)) //
            .execute(NodeFailures.guard(PaePredictorNodeFactory::execute))) //
        .nodeType(NodeType.Predictor) //
        .keywords("predictive autoencoder", "reconstruction error", "anomaly score", "anomaly detection", "sound",
            "GeCo");

    /** Creates the factory. */
    public PaePredictorNodeFactory() {
        super(NODE);
    }

    private static ClipScoring scoring(final DataTableSpec spec, final PaePredictorNodeParameters parameters)
        throws InvalidSettingsException {
        return new ClipScoring(spec, parameters.input(),
            List.of(Columns.newColumn(spec, "New column", parameters.m_scoreColumn, DoubleCell.TYPE)));
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output)
        throws AsdException, InvalidSettingsException {
        final PaePredictorNodeParameters parameters = input.getParameters();
        parameters.scoring().check();
        parameters.m_device.check();
        output.setOutSpec(0, scoring(input.getInTableSpec(1), parameters).outputSpec());
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output) throws AsdException,
        InvalidSettingsException {
        final PaePredictorNodeParameters parameters = input.getParameters();
        parameters.scoring().check();
        final List<String> warnings = new ArrayList<>();
        parameters.m_device.start(warnings::add);
        final PaeModel model = input.<PaeModelPortObject> getInPortObject(0).model();
        final BufferedDataTable table = input.getInTable(1);
        final ClipScoring scoring = scoring(table.getDataTableSpec(), parameters);
        try (PaeScorer scorer = new PaeScorer(model, parameters.scoring())) {
            output.setOutData(0, scoring.score(table, new PaeCells(model, scorer), input.getExecutionContext(),
                new KnimeProgress(input.getExecutionContext())));
        }
        scoring.warning().ifPresent(warnings::add);
        if (!warnings.isEmpty()) {
            output.setWarningMessage(String.join("\n", warnings));
        }
    }
}
