package org.knime.core.data;

import java.util.Comparator;

/** Orders cells; missing cells come first. */
public abstract class DataValueComparator implements Comparator<DataCell> {

    /** Made by subclasses. */
    protected DataValueComparator() {
    }

    /** @return one that orders cells as their values */
    static <V extends DataValue> DataValueComparator of(final Class<V> valueClass, final Comparator<V> order) {
        return new DataValueComparator() {
            @Override
            protected int compareDataValues(final DataValue v1, final DataValue v2) {
                return order.compare(valueClass.cast(v1), valueClass.cast(v2));
            }
        };
    }

    @Override
    public final int compare(final DataCell c1, final DataCell c2) {
        if (c1 == c2) {
            return 0;
        }
        if (c1.isMissing() || c2.isMissing()) {
            return Boolean.compare(c2.isMissing(), c1.isMissing());
        }
        return compareDataValues(c1, c2);
    }

    /**
     * @param v1 a value, not missing
     * @param v2 a value, not missing
     * @return negative, zero or positive
     */
    protected abstract int compareDataValues(DataValue v1, DataValue v2);
}
