package org.knime.core.data;

import java.util.Comparator;

/** A value with a boolean. */
public interface BooleanValue extends DataValue {

    /** Name and natural order. */
    UtilityFactory UTILITY = new BasicUtilityFactory<>(BooleanValue.class, "Boolean",
        Comparator.comparing(BooleanValue::getBooleanValue));

    /** @return the boolean */
    boolean getBooleanValue();
}
