package org.knime.core.data;

/** A value that has a lower and an upper bound in its column. */
public interface BoundedValue extends DataValue {
}
