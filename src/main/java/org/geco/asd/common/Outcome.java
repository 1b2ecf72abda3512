package org.geco.asd.common;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value, or the reason why there is none. It replaces the nulls, zeros and NaNs that would otherwise stand for "we
 * could not compute this" and then silently take part in a mean or a ranking. Immutable if the value is.
 */
public final class Outcome<T> {
    /** Null if there is none. */
    private final T m_value;

    /** Null if there is a value. */
    private final String m_reason;

    /** Null if there is a value, or only a reason. */
    private final AsdException m_failure;

    private Outcome(final T value, final String reason, final AsdException failure) {
        m_value = value;
        m_reason = reason;
        m_failure = failure;
    }

    /** @return the value */
    public static <T> Outcome<T> of(final T value) {
        return new Outcome<>(Objects.requireNonNull(value), null, null);
    }

    /** @return the number, or for NaN and infinities a missing one that says so */
    public static Outcome<Double> number(final double value) {
        return Double.isFinite(value) ? of(value) : failed("the value is " + value);
    }

    /** @return no value, for a reason as the user should read it */
    public static <T> Outcome<T> failed(final String reason) {
        if (reason == null || reason.isBlank()) {
            throw new IllegalArgumentException("A missing value needs a reason");
        }
        return new Outcome<>(null, reason, null);
    }

    /** @return no value; its reason is what is wrong and what to do, in one line */
    public static <T> Outcome<T> failed(final AsdException failure) {
        return new Outcome<>(null, failure.oneLine(), failure);
    }

    /** @return what comes of it: a value or why it failed */
    public static <T> Outcome<T> attempt(final Attempt<T> attempt) {
        try {
            return of(attempt.get());
        } catch (final AsdException e) {
            return failed(e);
        }
    }

    /** What gives a value or fails. */
    @FunctionalInterface
    public interface Attempt<T> {
        /** @return the value; an AsdException if there is none */
        T get() throws AsdException;
    }

    /** @return whether there is a value */
    public boolean isPresent() {
        return m_reason == null;
    }

    /** @return the value; an IllegalStateException if there is none */
    public T value() {
        if (!isPresent()) {
            throw new IllegalStateException("There is no value: " + m_reason);
        }
        return m_value;
    }

    /** @return the value; throws the failure that there is instead */
    public T get() throws AsdException {
        if (m_failure != null) {
            throw m_failure;
        }
        return value();
    }

    /** @return the value, if there is one; the reason is lost */
    public Optional<T> toOptional() {
        return Optional.ofNullable(m_value);
    }

    /** @return why there is no value; an IllegalStateException if there is one */
    public String reason() {
        if (isPresent()) {
            throw new IllegalStateException("There is a value: " + m_value);
        }
        return m_reason;
    }

    /** @return what comes of the value, or why there is none */
    @SuppressWarnings("unchecked")
    public <R> Outcome<R> flatMap(final Function<? super T, Outcome<R>> function) {
        return isPresent() ? function.apply(m_value) : (Outcome<R>)this;
    }

    /** @return the function of the value, or why there is none */
    public <R> Outcome<R> map(final Function<? super T, R> function) {
        return flatMap(value -> of(function.apply(value)));
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof final Outcome<?> that && Objects.equals(m_value, that.m_value)
            && Objects.equals(m_reason, that.m_reason);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_value, m_reason);
    }

    @Override
    public String toString() {
        return isPresent() ? m_value.toString() : "missing (" + m_reason + ")";
    }
}
