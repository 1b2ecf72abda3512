package org.geco.asd.fusion;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.geco.asd.common.AsdException;

/** The γ of each machine type, and that of all types that have none of their own. Immutable. */
public record Gammas(SortedMap<String, Gamma> perType, Optional<Gamma> fallback) {
    /** Takes a copy of the map. */
    public Gammas {
        perType = Collections.unmodifiableSortedMap(new TreeMap<>(perType));
    }

    /** @return the same γ, finite, at least 0, for all machine types */
    public static Gammas fixed(final double value) {
        return new Gammas(new TreeMap<>(), Optional.of(Gamma.fixed(value)));
    }

    /** @return a γ for each machine type; asking for another type fails */
    public static Gammas perType(final Map<String, Gamma> perType) {
        return new Gammas(new TreeMap<>(perType), Optional.empty());
    }

    /** @return these γ, with one more, finite, at least 0, for all machine types that have none of their own */
    public Gammas orElse(final double fallback) {
        return new Gammas(perType,
            Optional.of(new Gamma(fallback, Gamma.Origin.FIXED, "fixed: the machine type has no γ of its own")));
    }

    /** @return the γ of a machine type; an AsdException if it has none and there is no fallback */
    public Gamma of(final String machineType) throws AsdException {
        final Gamma own = perType.get(machineType);
        if (own != null) {
            return own;
        }
        return fallback.orElseThrow(() -> new AsdException(
            "There is no γ for machine type \"" + machineType + "\", only for " + perType.keySet() + ".",
            "Add \"" + machineType + "\" to the table of γ, or clips of it to those that γ is chosen on.",
            "Or use a fixed γ; the paper uses 200."));
    }
}
