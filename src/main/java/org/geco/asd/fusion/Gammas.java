package org.geco.asd.fusion;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.geco.asd.common.AsdException;

/** The γ of each machine type. Immutable. */
public final class Gammas {
    private final SortedMap<String, Gamma> m_perType;
    private final Optional<Gamma> m_fallback;

    private Gammas(final Map<String, Gamma> perType, final Optional<Gamma> fallback) {
        m_perType = Collections.unmodifiableSortedMap(new TreeMap<>(perType));
        m_fallback = fallback;
    }

    /** @return the same γ, finite, at least 0, for all machine types */
    public static Gammas fixed(final double value) {
        return new Gammas(Map.of(), Optional.of(Gamma.fixed(value)));
    }

    /** @return a γ for each machine type; asking for another type fails */
    public static Gammas perType(final Map<String, Gamma> perType) {
        return new Gammas(perType, Optional.empty());
    }

    /** @return these γ, with one more, finite, at least 0, for all machine types that have none of their own */
    public Gammas orElse(final double fallback) {
        return new Gammas(m_perType,
            Optional.of(new Gamma(fallback, Gamma.Origin.FIXED, "fixed: the machine type has no γ of its own")));
    }

    /** @return the γ of a machine type; an AsdException if it has none and there is no fallback */
    public Gamma of(final String machineType) throws AsdException {
        final Gamma own = m_perType.get(machineType);
        if (own != null) {
            return own;
        }
        return m_fallback.orElseThrow(() -> new AsdException(
            "There is no γ for machine type \"" + machineType + "\", only for " + m_perType.keySet() + ".",
            "Add \"" + machineType + "\" to the table of γ, or clips of it to those that γ is chosen on.",
            "Or use a fixed γ; the paper uses 200."));
    }
}
