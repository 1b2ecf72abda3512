package org.knime.node;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.DefaultModel.RearrangeColumnsInput;
import org.knime.node.DefaultModel.RearrangeColumnsOutput;
import org.knime.node.parameters.NodeParameters;

/** Asks a node how it rearranges the columns of a table. */
final class Rearrangement implements RearrangeColumnsInput, RearrangeColumnsOutput {

    private final NodeParameters m_parameters;

    private final DataTableSpec m_spec;

    private ColumnRearranger m_rearranger;

    private Rearrangement(final NodeParameters parameters, final DataTableSpec spec) {
        m_parameters = parameters;
        m_spec = spec;
    }

    static ColumnRearranger of(final RearrangingModel model, final NodeParameters parameters, final DataTableSpec spec)
        throws InvalidSettingsException {
        final var call = new Rearrangement(parameters, spec);
        model.rearrange().accept(call, call);
        if (call.m_rearranger == null) {
            throw new IllegalStateException("The node did not set a column rearranger");
        }
        return call.m_rearranger;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S extends NodeParameters> S getParameters() {
        return (S)m_parameters;
    }

    @Override
    public DataTableSpec getDataTableSpec() {
        return m_spec;
    }

    @Override
    public void setColumnRearranger(final ColumnRearranger rearranger) {
        m_rearranger = rearranger;
    }
}
