package org.geco.asd.evaluation;

import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * A finite number, or the reason why there is none. It replaces the zeros and NaNs that would otherwise stand for "we
 * could not compute this" and then silently take part in a mean or a ranking.
 */
public final class ValueOrReason {

    private final double m_value;

    private final String m_reason;

    private ValueOrReason(final double value, final String reason) {
        m_value = value;
        m_reason = reason;
    }

    /**
     * @param value a number
     * @return the number, or for NaN and infinities a missing value that says so
     */
    public static ValueOrReason of(final double value) {
        return Double.isFinite(value) ? new ValueOrReason(value, null) : missing("the value is " + value);
    }

    /**
     * @param reason why there is no number, as the user should read it
     * @return a missing value
     */
    public static ValueOrReason missing(final String reason) {
        if (reason == null || reason.isBlank()) {
            throw new IllegalArgumentException("A missing value needs a reason");
        }
        return new ValueOrReason(Double.NaN, reason);
    }

    /** @return whether there is a number */
    public boolean isPresent() {
        return m_reason == null;
    }

    /**
     * @return the number
     * @throws IllegalStateException if there is none
     */
    public double value() {
        if (!isPresent()) {
            throw new IllegalStateException("There is no value: " + m_reason);
        }
        return m_value;
    }

    /** @return the number, empty if there is none */
    public OptionalDouble asOptional() {
        return isPresent() ? OptionalDouble.of(m_value) : OptionalDouble.empty();
    }

    /**
     * @return why there is no number
     * @throws IllegalStateException if there is one
     */
    public String reason() {
        if (isPresent()) {
            throw new IllegalStateException("There is a value: " + m_value);
        }
        return m_reason;
    }

    /**
     * @param function what to do with the number
     * @return the function of the number, or this missing value
     */
    public ValueOrReason map(final DoubleUnaryOperator function) {
        return isPresent() ? of(function.applyAsDouble(m_value)) : this;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof final ValueOrReason that && Double.compare(m_value, that.m_value) == 0
            && Objects.equals(m_reason, that.m_reason);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_value, m_reason);
    }

    @Override
    public String toString() {
        return isPresent() ? Double.toString(m_value) : "missing (" + m_reason + ")";
    }
}
