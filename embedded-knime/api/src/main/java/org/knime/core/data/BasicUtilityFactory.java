package org.knime.core.data;

import java.util.Comparator;

/**
 * Name and natural order of one of KNIME's own values.
 *
 * @param <V> the value
 */
final class BasicUtilityFactory<V extends DataValue> extends ExtensibleUtilityFactory {

    private final String m_name;

    private final DataValueComparator m_comparator;

    BasicUtilityFactory(final Class<V> valueClass, final String name, final Comparator<V> order) {
        super(valueClass);
        m_name = name;
        m_comparator = DataValueComparator.of(valueClass, order);
    }

    @Override
    protected DataValueComparator getComparator() {
        return m_comparator;
    }

    @Override
    public String getName() {
        return m_name;
    }
}
