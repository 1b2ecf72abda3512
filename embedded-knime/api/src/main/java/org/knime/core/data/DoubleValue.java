package org.knime.core.data;

import java.util.Comparator;

/** A value with a double. */
public interface DoubleValue extends DataValue {

    /** Name and natural order. */
    UtilityFactory UTILITY = new BasicUtilityFactory<>(DoubleValue.class, "Number (Float)",
        Comparator.comparingDouble(DoubleValue::getDoubleValue));

    /** @return the double */
    double getDoubleValue();
}
