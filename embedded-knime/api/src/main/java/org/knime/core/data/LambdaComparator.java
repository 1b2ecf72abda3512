package org.knime.core.data;

import java.util.Comparator;

/** A comparator of cells from one of values. */
final class LambdaComparator<V extends DataValue> extends DataValueComparator {

    private final Class<V> m_class;

    private final Comparator<V> m_order;

    LambdaComparator(final Class<V> valueClass, final Comparator<V> order) {
        m_class = valueClass;
        m_order = order;
    }

    @Override
    protected int compareDataValues(final DataValue v1, final DataValue v2) {
        return m_order.compare(m_class.cast(v1), m_class.cast(v2));
    }
}
