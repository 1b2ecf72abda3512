package org.knime.core.data;

import java.util.Comparator;

/** A value with an int. */
public interface IntValue extends DataValue {

    /** Name and natural order. */
    UtilityFactory UTILITY = new BasicUtilityFactory<>(IntValue.class, "Number (Integer)",
        Comparator.comparingInt(IntValue::getIntValue));

    /** @return the int */
    int getIntValue();
}
