package org.knime.core.data;

import java.util.Comparator;

/** A value with a long. */
public interface LongValue extends DataValue {

    /** Name and natural order. */
    UtilityFactory UTILITY = new BasicUtilityFactory<>(LongValue.class, "Number (Long Integer)",
        Comparator.comparingLong(LongValue::getLongValue));

    /** @return the long */
    long getLongValue();
}
