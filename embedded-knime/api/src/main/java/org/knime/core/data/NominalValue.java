package org.knime.core.data;

/** A value that names a class. */
public interface NominalValue extends DataValue {

    /** The plain value's utility. */
    UtilityFactory UTILITY = DataValue.UTILITY;
}
