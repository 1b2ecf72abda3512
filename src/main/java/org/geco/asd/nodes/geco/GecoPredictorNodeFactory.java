package org.geco.asd.nodes.geco;

import java.util.ArrayList;
import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.methods.geco.GecoModel;
import org.geco.asd.methods.geco.GecoScorer;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.KnimeProgress;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.model.GecoModelPortObject;
import org.geco.asd.nodes.predict.ClipScoring;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node GeCo Predictor: appends the distance from the centre of the clip's machine. */
public final class GecoPredictorNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("GeCo Predictor") //
        .icon("../../../../../icons/gecopredictor.png") //
        .shortDescription("Scores clips by how far GeCo places them from the normal sounds of their machine.") //
        .fullDescription("""
            <p>Appends the clip-level anomaly score of each clip: 1 − cosine between the embeddings of evenly spaced
            patches of its log-Mel spectrogram and the centre of the training clips of the same machine (type and ID),
            averaged over the patches. 0 is "right at the centre", 1 is "nothing in common". The higher, the more
            anomalous.</p>
            <p>A clip's score depends on the clip and the model only, not on the other rows. The output has the used rows
            only, in their order. A clip without a spectrogram or too short for a patch gets a missing score with its
            reason, and one warning counts them. A machine that the model was not trained on stops the node, as do
            spectrograms that were computed with other settings than those of the training.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputPort("GeCo model", "A trained model from the node GeCo Learner.", GecoModelPortObject.TYPE) //
            .addInputTable("Spectrograms", "One row for each clip: its log-Mel spectrogram, machine type and ID.") //
            .addOutputTable("Scored clips", "The used rows with the GeCo score, and the embedding if asked for.")) //
        .model(m -> m //
            .parametersClass(GecoPredictorNodeParameters.class) //
            .configure(NodeFailures.guardConfigure(GecoPredictorNodeFactory::configure)) //
            .execute(NodeFailures.guard(GecoPredictorNodeFactory::execute))) //
        .nodeType(NodeType.Predictor) //
        .keywords("anomaly score", "anomaly detection", "sound", "embedding", "cosine", "ResNet");

    /** Creates the factory. */
    public GecoPredictorNodeFactory() {
        super(NODE);
    }

    private static ClipScoring scoring(final DataTableSpec spec, final GecoPredictorNodeParameters parameters)
        throws InvalidSettingsException {
        final List<DataColumnSpec> columns = new ArrayList<>();
        columns.add(Columns.newColumn(spec, "New column", parameters.m_scoreColumn, DoubleCell.TYPE));
        if (parameters.m_appendEmbedding) {
            columns.add(Columns.newColumn(spec, "Embedding column", parameters.m_embeddingColumn,
                ListCell.getCollectionType(DoubleCell.TYPE)));
        }
        return new ClipScoring(spec, parameters.input(), columns);
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output)
        throws AsdException, InvalidSettingsException {
        final GecoPredictorNodeParameters parameters = input.getParameters();
        parameters.m_device.check();
        output.setOutSpec(0, scoring(input.getInTableSpec(1), parameters).outputSpec());
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws AsdException, InvalidSettingsException {
        final GecoPredictorNodeParameters parameters = input.getParameters();
        final List<String> warnings = new ArrayList<>();
        parameters.m_device.start(warnings::add);
        final GecoModel model = input.<GecoModelPortObject> getInPortObject(0).model();
        final BufferedDataTable table = input.getInTable(1);
        final ClipScoring scoring = scoring(table.getDataTableSpec(), parameters);
        try (GecoScorer scorer = new GecoScorer(model)) {
            output.setOutData(0,
                scoring.score(table, new GecoCells(model, scorer, parameters.m_appendEmbedding),
                    input.getExecutionContext(), new KnimeProgress(input.getExecutionContext())));
        }
        scoring.warning().ifPresent(warnings::add);
        if (!warnings.isEmpty()) {
            output.setWarningMessage(String.join("\n", warnings));
        }
    }
}
