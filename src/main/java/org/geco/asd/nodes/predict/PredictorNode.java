package org.geco.asd.nodes.predict;

import java.util.function.Function;

import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Model;
import org.geco.asd.detect.Scorer;
import org.geco.asd.nodes.knime.ImagePort;
import org.geco.asd.nodes.knime.KnimeProgress;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.knime.NodeWarnings;
import org.geco.asd.nodes.model.ModelPortObject;
import org.geco.asd.nodes.view.Kept;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.DefaultModel;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultModel.RequireModelParameters;

/** What every predictor does: its first port is a model, its second a table of clips, its output the scored clips. */
public final class PredictorNode {
    /** What the nodes that score with a network for each machine type say at the end of their descriptions. */
    public static final String OF_TYPES = """
        <p>A clip's score depends on the clip and the model only, not on the other rows. The output has the used rows
        only, in their order. A clip without a spectrogram, with one that cannot be scored, or of a machine type that
        the model was not trained on gets a missing score with its reason, and one warning counts them. Spectrograms
        that were computed with other settings than those of the training stop the node.</p>
        """;

    private PredictorNode() { }

    /** @return configures and executes the node */
    public static Function<RequireModelParameters, DefaultModel>
        with(final Class<? extends PredictorParameters<?>> parameters) {
        return NodeFailures.guarded(parameters, PredictorNode::configure, PredictorNode::execute);
    }

    private static ClipScoring scoring(final DataTableSpec spec, final PredictorParameters<?> parameters)
        throws AsdException, InvalidSettingsException {
        parameters.check();
        return new ClipScoring(spec, parameters.input(), parameters.appended(), parameters.memberColumns());
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output)
        throws AsdException, InvalidSettingsException {
        final PredictorParameters<?> parameters = input.getParameters();
        output.setOutSpec(0, scoring(input.getInTableSpec(1), parameters).outputSpec());
        if (parameters.picture().isPresent()) {
            output.setOutSpec(1, ImagePort.SPEC);
        }
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws AsdException, InvalidSettingsException {
        final PredictorParameters<Model> parameters = input.getParameters();
        final BufferedDataTable table = input.getInTable(1);
        final ClipScoring scoring = scoring(table.getDataTableSpec(), parameters);
        final NodeWarnings warnings = new NodeWarnings();
        parameters.device().start(warnings::add);
        final ModelPortObject<Model> model = input.getInPortObject(0);
        try (Scorer scorer = parameters.scorer(model.model())) {
            final ExecutionContext exec = input.getExecutionContext();
            final ForView view = parameters.forView();
            final BufferedDataTable scored = scoring.score(table, scorer, view, exec, new KnimeProgress(exec));
            output.setOutData(0, scored);
            parameters.picture().ifPresent(picture -> output.setOutData(1,
                ImagePort.of(() -> picture.png(scored, scoring.columns(), model.model()), warnings)));
            output.setInternalData(Kept.table(exec, view.kept(scoring.columns())), scored, model);
        }
        warnings.add(scoring.warning());
        warnings.show(output);
    }
}
