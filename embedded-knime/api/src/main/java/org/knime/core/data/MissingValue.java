package org.knime.core.data;

/** Says why there is no value. */
public interface MissingValue extends DataValue {

    /** @return why there is no value, null if nobody knows */
    String getError();
}
