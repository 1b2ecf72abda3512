package org.geco.asd.nodes.fusion;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.geco.asd.common.AsdException;
import org.geco.asd.fusion.Gamma;
import org.geco.asd.fusion.Gammas;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.table.NewTable;
import org.geco.asd.nodes.table.ScoreCells;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;

/** γ by machine type as a table: what the node reads at its second input, and writes at its second output. */
final class GammaTable {
    static final String GAMMA = "Gamma";

    static final DataTableSpec SPEC = new DataTableSpec(NewTable.text(Columns.MACHINE_TYPE), NewTable.number(GAMMA),
        NewTable.text("Chosen"), NewTable.flag("Uses labels"));

    private GammaTable() { }

    static void check(final DataTableSpec spec, final ScoreFusionNodeParameters parameters)
        throws InvalidSettingsException {
        Columns.require(spec, ScoreFusionNodeParameters.TABLE_TYPE, parameters.m_tableMachineType, StringValue.class);
        Columns.require(spec, ScoreFusionNodeParameters.TABLE_GAMMA, parameters.m_tableGamma, DoubleValue.class);
    }

    static Gammas read(final BufferedDataTable table, final ScoreFusionNodeParameters parameters)
        throws AsdException, InvalidSettingsException {
        final DataTableSpec spec = table.getDataTableSpec();
        check(spec, parameters);
        final int type = spec.findColumnIndex(parameters.m_tableMachineType);
        final int gamma = spec.findColumnIndex(parameters.m_tableGamma);
        final SortedMap<String, Gamma> gammas = new TreeMap<>();
        for (final DataRow row : table) {
            add(row, row.getCell(type), row.getCell(gamma), gammas);
        }
        final Gammas perType = Gammas.perType(gammas);
        return parameters.m_missingGamma == MissingGamma.FIXED ? perType.orElse(parameters.m_gamma) : perType;
    }

    private static void add(final DataRow row, final DataCell type, final DataCell gamma,
        final Map<String, Gamma> gammas) throws AsdException {
        final String name = ScoreCells.text(type);
        final double value = gamma.isMissing() ? Double.NaN : ((DoubleValue)gamma).getDoubleValue();
        if (name.isEmpty() || !Gamma.isValid(value)) {
            throw new AsdException("Row \"" + row.getKey().getString() + "\" of the γ table is not a machine type with "
                + "a γ of at least 0: \"" + name + "\", " + gamma + ".", "Correct or remove the row.");
        }
        if (gammas.put(name, new Gamma(value, Gamma.Origin.TABLE, "from the table")) != null) {
            throw new AsdException("The γ table has two rows for machine type \"" + name + "\".",
                "Remove one of them.");
        }
    }

    static BufferedDataTable create(final ExecutionContext exec, final Collection<String> types, final Gammas gammas)
        throws AsdException {
        final NewTable table = new NewTable(exec, SPEC);
        for (final String type : types) {
            final Gamma gamma = gammas.of(type);
            table.add(type, gamma.value(), gamma.detail(), gamma.origin().usesLabels());
        }
        return table.closed();
    }
}
