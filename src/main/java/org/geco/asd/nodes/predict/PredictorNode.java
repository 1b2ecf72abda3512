package org.geco.asd.nodes.predict;

import java.util.function.Function;

import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Model;
import org.geco.asd.detect.Scorer;
import org.geco.asd.nodes.knime.KnimeProgress;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.knime.NodeWarnings;
import org.geco.asd.nodes.model.ModelPortObject;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.DefaultModel;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultModel.RequireModelParameters;

/** What every predictor does: its first port is a model, its second a table of clips, its output the scored clips. */
public final class PredictorNode {
    private PredictorNode() { }

    /** @return configures and executes the node */
    public static Function<RequireModelParameters, DefaultModel>
        with(final Class<? extends PredictorParameters<?>> parameters) {
        return model -> model.parametersClass(parameters) //
            .configure(NodeFailures.guardConfigure(PredictorNode::configure)) //
            .execute(NodeFailures.guard(PredictorNode::execute));
    }

    private static ClipScoring scoring(final DataTableSpec spec, final PredictorParameters<?> parameters)
        throws AsdException, InvalidSettingsException {
        parameters.check();
        return new ClipScoring(spec, parameters.input(), parameters.appended());
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output)
        throws AsdException, InvalidSettingsException {
        output.setOutSpec(0, scoring(input.getInTableSpec(1), input.getParameters()).outputSpec());
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
            output.setOutData(0, scoring.score(table, scorer, input.getExecutionContext(),
                new KnimeProgress(input.getExecutionContext())));
        }
        warnings.add(scoring.warning());
        warnings.show(output);
    }
}
