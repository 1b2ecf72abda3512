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
import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;

/** γ by machine type as a table: second input and second output of Anomaly Score Fusion. */
public final class GammaTable {
    static final String GAMMA = "Gamma";

    private static final String USES_LABELS = "Uses labels";

    private static final String WITH_LABELS = " (γ chosen with labels)";

    static final DataTableSpec SPEC = new DataTableSpec(NewTable.text(Columns.MACHINE_TYPE), NewTable.number(GAMMA),
        NewTable.text("Chosen"), NewTable.flag(USES_LABELS));

    private GammaTable() { }

    static void check(final DataTableSpec spec, final String type, final String gamma)
        throws InvalidSettingsException {
        Columns.require(spec, ScoreFusionNodeParameters.TABLE_TYPE, type, StringValue.class);
        Columns.require(spec, ScoreFusionNodeParameters.TABLE_GAMMA, gamma, DoubleValue.class);
    }

    /** @return the name of a fused score; one that labels helped to make says so wherever it goes */
    public static String scoreName(final String name, final boolean usesLabels) {
        return usesLabels ? name.strip() + WITH_LABELS : name.strip();
    }

    /** @return whether the name of a score says that labels helped to make it */
    public static boolean usesLabels(final String score) {
        return score.contains(WITH_LABELS);
    }

    private static boolean isTrue(final DataCell cell) {
        return !cell.isMissing() && cell instanceof final BooleanValue flag && flag.getBooleanValue();
    }

    /** @return true if only the table's rows can tell whether labels were used */
    static boolean maySayUsesLabels(final DataTableSpec spec) {
        return spec != null && spec.containsName(USES_LABELS);
    }

    static Gammas read(final BufferedDataTable table, final ScoreFusionNodeParameters parameters)
        throws AsdException, InvalidSettingsException {
        final Gammas perType = read(table, parameters.m_tableMachineType, parameters.m_tableGamma);
        return parameters.m_missingGamma == MissingGamma.FIXED ? perType.orElse(parameters.m_gamma) : perType;
    }

    /** @return what a table says that the node wrote */
    public static Gammas read(final BufferedDataTable table) throws AsdException, InvalidSettingsException {
        return read(table, Columns.MACHINE_TYPE, GAMMA);
    }

    private static Gammas read(final BufferedDataTable table, final String typeColumn, final String gammaColumn)
        throws AsdException, InvalidSettingsException {
        final DataTableSpec spec = table.getDataTableSpec();
        check(spec, typeColumn, gammaColumn);
        final int type = spec.findColumnIndex(typeColumn);
        final int gamma = spec.findColumnIndex(gammaColumn);
        final int labels = spec.findColumnIndex(USES_LABELS);
        final SortedMap<String, Gamma> gammas = new TreeMap<>();
        for (final DataRow row : table) {
            add(row, row.getCell(type), row.getCell(gamma), labels >= 0 && isTrue(row.getCell(labels)), gammas);
        }
        return Gammas.perType(gammas);
    }

    private static void add(final DataRow row, final DataCell type, final DataCell gamma,
        final boolean usesLabels, final Map<String, Gamma> gammas) throws AsdException {
        final String name = ScoreCells.text(type);
        final double value = gamma.isMissing() ? Double.NaN : ((DoubleValue)gamma).getDoubleValue();
        if (name.isEmpty() || !Gamma.isValid(value)) {
            throw new AsdException("Row \"" + row.getKey().getString() + "\" of the γ table is not a machine type with "
                + "a γ of at least 0: \"" + name + "\", " + gamma + ".", "Correct or remove the row.");
        }
        final Gamma known = usesLabels
            ? new Gamma(value, Gamma.Origin.TABLE_WITH_LABELS, "from the table, chosen with labels (an upper bound)")
            : new Gamma(value, Gamma.Origin.TABLE, "from the table");
        if (gammas.put(name, known) != null) {
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
