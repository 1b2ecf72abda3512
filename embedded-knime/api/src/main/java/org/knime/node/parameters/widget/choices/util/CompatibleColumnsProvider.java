package org.knime.node.parameters.widget.choices.util;

import java.util.Collection;
import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;

/** Gives the columns of an input table whose cells can be read as one of several values. */
public class CompatibleColumnsProvider implements FilteredInputTableColumnsProvider {

    private final List<Class<? extends DataValue>> m_valueClasses;

    /**
     * For one value.
     *
     * @param valueClass the value
     */
    protected CompatibleColumnsProvider(final Class<? extends DataValue> valueClass) {
        m_valueClasses = List.of(valueClass);
    }

    /**
     * For any of several values.
     *
     * @param valueClasses the values
     */
    protected CompatibleColumnsProvider(final Collection<Class<? extends DataValue>> valueClasses) {
        m_valueClasses = List.copyOf(valueClasses);
    }

    @Override
    public boolean isIncluded(final DataColumnSpec col) {
        return m_valueClasses.stream().anyMatch(col.getType()::isCompatible);
    }

    /** Gives columns of texts. */
    public static class StringColumnsProvider extends CompatibleColumnsProvider {

        /** For the first input table. */
        protected StringColumnsProvider() {
            super(StringValue.class);
        }
    }

    /** Gives columns of numbers. */
    public static class DoubleColumnsProvider extends CompatibleColumnsProvider {

        /** For the first input table. */
        protected DoubleColumnsProvider() {
            super(DoubleValue.class);
        }
    }
}
