package org.geco.asd.nodes.table;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.geco.embedded.data.DataRepository;
import org.geco.embedded.data.PortObjectFiles;
import org.geco.embedded.parameters.ParametersPersistence;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultNodeAccess;
import org.knime.node.DefaultNodeAccess.Configured;
import org.knime.node.DefaultNodeAccess.Executed;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;

/** Configures and executes nodes on small tables, with settings given the way a workflow gives them: by key. */
public final class NodeTester implements AutoCloseable {

    private static final Set<String> NUMBERS = Set.of("Gamma", "p-value", "Threshold", "Start (s)", "End (s)");

    private final DataRepository m_repository;

    private final ExecutionContext m_exec;

    /** Changes settings by key. */
    @FunctionalInterface
    public interface Change {
        void apply(NodeSettings model) throws InvalidSettingsException;
    }

    /** @param folder for temporary files */
    public NodeTester(final Path folder) throws Exception {
        m_repository = new DataRepository(folder);
        m_exec = SpectrogramCells.context(m_repository);
    }

    @Override
    public void close() {
        m_repository.close();
    }

    /** @return the object as KNIME's Model Writer and Reader, and a saved workflow, hand it on */
    public PortObject saved(final PortObject object) throws Exception {
        return PortObjectFiles.roundTrip(object, m_repository, m_exec);
    }

    /**
     * @param columns names; those without values that end in "score" or are known to be numbers hold numbers
     * @param rows Strings, Doubles, MissingCells
     */
    public BufferedDataTable table(final String[] columns, final Object[]... rows) {
        final BufferedDataContainer container = m_exec.createDataContainer(new DataTableSpec(
            IntStream.range(0, columns.length)
                .mapToObj(i -> new DataColumnSpecCreator(columns[i], type(columns[i], i, rows)).createSpec())
                .toArray(DataColumnSpec[]::new)));
        for (final Object[] row : rows) {
            container.addRowToTable(new DefaultRow(RowKey.createRowKey(container.size()),
                Arrays.stream(row).map(NodeTester::cell).toArray(DataCell[]::new)));
        }
        container.close();
        return container.getTable();
    }

    /** @return the table whose columns know in what their scores differ from the paper, as predictors tell them */
    public BufferedDataTable told(final BufferedDataTable table, final Map<String, String> differences) {
        final BufferedDataContainer container =
            m_exec.createDataContainer(PaperDifferences.on(table.getDataTableSpec(), differences));
        table.forEach(container::addRowToTable);
        container.close();
        return container.getTable();
    }

    /** What the first value is; of a column without values the name tells. */
    private static DataType type(final String name, final int column, final Object[]... rows) {
        return Arrays.stream(rows).map(row -> row[column]).filter(value -> !(value instanceof MissingCell))
            .findFirst().map(value -> value instanceof Double)
            .orElse(name.endsWith("score") || NUMBERS.contains(name)) ? DoubleCell.TYPE : StringCell.TYPE;
    }

    private static DataCell cell(final Object value) {
        if (value instanceof final Double number) {
            return new DoubleCell(number);
        }
        return value instanceof final MissingCell missing ? missing : new StringCell((String)value);
    }

    public Configured configure(final DefaultNodeFactory factory, final Change change,
        final PortObject... inputs) throws Exception {
        final DefaultNodeAccess node = DefaultNodeAccess.of(factory);
        return node.configure(parameters(node, change),
            Arrays.stream(inputs).map(t -> t == null ? null : t.getSpec()).toArray(PortObjectSpec[]::new));
    }

    /** Configures first, as KNIME does, and checks that the tables are as configuring promised. */
    public Executed execute(final DefaultNodeFactory factory, final Change change, final PortObject... inputs)
        throws Exception {
        final PortObjectSpec[] promised = configure(factory, change, inputs).specs();
        final DefaultNodeAccess node = DefaultNodeAccess.of(factory);
        final Executed executed =
            node.execute(parameters(node, change), inputs, m_exec);
        for (int i = 0; i < promised.length; i++) {
            // others are known after execution only, or always the same
            if (promised[i] instanceof final DataTableSpec promise) {
                final DataTableSpec spec = ((BufferedDataTable)executed.objects()[i]).getDataTableSpec();
                if (!spec.equalStructure(promise)) {
                    throw new AssertionError("Port " + i + " promised " + promise + " and has " + spec);
                }
            }
        }
        return executed;
    }

    /** @return the node's default settings, changed */
    public static NodeParameters parameters(final DefaultNodeAccess node, final Change change)
        throws InvalidSettingsException {
        final Class<? extends NodeParameters> type = node.parametersClass().orElseThrow();
        final NodeSettings model = new NodeSettings("model");
        ParametersPersistence.save(ParametersPersistence.createDefault(type, new PortObjectSpec[0]), model);
        change.apply(model);
        return ParametersPersistence.load(type, model);
    }

    /** @return the cells of a table; null for missing */
    public static String[][] texts(final PortObject table) {
        final BufferedDataTable rows = (BufferedDataTable)table;
        final String[][] texts = new String[(int)rows.size()][];
        int i = 0;
        for (final DataRow row : rows) {
            texts[i++] = row.stream().map(c -> c.isMissing() ? null : c.toString()).toArray(String[]::new);
        }
        return texts;
    }
}
