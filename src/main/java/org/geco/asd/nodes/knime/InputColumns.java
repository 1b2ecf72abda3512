package org.geco.asd.nodes.knime;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.ColumnChoicesProvider;

/**
 * The columns of a node's table that hold one kind of value, as choices in the dialog. KNIME's own providers assume
 * that the port is a table and is connected; here it may be a model or an open optional port.
 */
public abstract class InputColumns implements ColumnChoicesProvider {
    private static final int FIRST_TABLE = -1;

    private final Predicate<DataType> m_type;
    private final int m_port;

    /** Columns of the first connected table whose cells can give this type. */
    protected InputColumns(final Class<? extends DataValue> type) {
        this(type, FIRST_TABLE);
    }

    /** Columns of the table at one input port, from 0, whose cells can give this type. */
    protected InputColumns(final Class<? extends DataValue> type, final int port) {
        this(given -> given.isCompatible(type), port);
    }

    private InputColumns(final Predicate<DataType> type, final int port) {
        m_type = type;
        m_port = port;
    }

    @Override
    public final List<DataColumnSpec> columnChoices(final NodeParametersInput context) {
        return (m_port == FIRST_TABLE ? firstTable(context) : context.getInTableSpec(m_port)).stream() //
            .flatMap(DataTableSpec::stream) //
            .filter(column -> m_type.test(column.getType())) //
            .toList();
    }

    /** @return the spec of the first connected table */
    static Optional<DataTableSpec> firstTable(final NodeParametersInput context) {
        return Arrays.stream(context.getInPortSpecs()) //
            .filter(DataTableSpec.class::isInstance).map(DataTableSpec.class::cast).findFirst();
    }

    /** Columns of paths, as text or of KNIME's own type. */
    public static final class Paths extends InputColumns {
        Paths() {
            super(PathCells::isPath, FIRST_TABLE);
        }
    }

    /** Columns of text. */
    public static final class Text extends InputColumns {
        Text() {
            super(StringValue.class);
        }
    }

    /** Columns of numbers. */
    public static final class Numbers extends InputColumns {
        Numbers() {
            super(DoubleValue.class);
        }
    }
}
