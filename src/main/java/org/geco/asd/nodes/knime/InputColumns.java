package org.geco.asd.nodes.knime;

import java.util.Arrays;
import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.ColumnChoicesProvider;

/**
 * The columns of a node's first connected table that hold one kind of value, as choices in the dialog. KNIME's own
 * providers assume that the first port is a table and is connected; here it may be a model or an open optional port.
 */
public abstract class InputColumns implements ColumnChoicesProvider {

    private final Class<? extends DataValue> m_type;

    /** @param type what the cells of an offered column must be able to give */
    protected InputColumns(final Class<? extends DataValue> type) {
        m_type = type;
    }

    @Override
    public final List<DataColumnSpec> columnChoices(final NodeParametersInput context) {
        return Arrays.stream(context.getInPortSpecs()) //
            .filter(DataTableSpec.class::isInstance).map(DataTableSpec.class::cast) //
            .findFirst().stream() //
            .flatMap(DataTableSpec::stream) //
            .filter(column -> column.getType().isCompatible(m_type)) //
            .toList();
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
