package org.knime.core.node.config.base;

/**
 * An entry of any type; in place of KNIME's class for each.
 *
 * @param type the type
 * @param value of the Java type that belongs to it, a {@link ConfigBase} for a sub-config; null only for texts
 */
public record ConfigEntry(ConfigEntries type, Object value) {

    String text() {
        if (type == ConfigEntries.xfloat) {
            return Double.toString((Float)value); // KNIME writes the widened value: 0.1f is 0.10000000149011612
        }
        return value == null ? null : value.toString();
    }
}
