package org.knime.core.data;

import java.util.Optional;

/** A value was needed where there is none. */
public class MissingValueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient MissingValue m_missingValue;

    /** @param missingValue the missing value */
    public MissingValueException(final MissingValue missingValue) {
        this(missingValue, missingValue == null ? null : missingValue.getError());
    }

    /** @param msg what was needed */
    public MissingValueException(final String msg) {
        this(null, msg);
    }

    /**
     * @param missingValue the missing value
     * @param msg what was needed
     */
    public MissingValueException(final MissingValue missingValue, final String msg) {
        super(msg);
        m_missingValue = missingValue;
    }

    /** @return why the value is missing, if known */
    public Optional<String> getError() {
        return Optional.ofNullable(m_missingValue).map(MissingValue::getError);
    }
}
