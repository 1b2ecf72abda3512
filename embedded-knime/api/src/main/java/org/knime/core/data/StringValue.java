package org.knime.core.data;

import java.util.Comparator;

/** A value with a String. */
public interface StringValue extends DataValue {

    /** Name and natural order. */
    UtilityFactory UTILITY = new BasicUtilityFactory<>(StringValue.class, "String",
        Comparator.comparing(StringValue::getStringValue));

    /** @return the String */
    String getStringValue();
}
