package org.geco.embedded.parameters;

import java.util.Map;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/**
 * How values of one type are stored under one key.
 *
 * @param saver writes a value
 * @param loader reads a value
 * @param empty what stands under the key of an absent optional value
 */
record LeafType(Saver<Object> saver, Loader<Object> loader, Object empty) {

    private static final Map<Class<?>, LeafType> TYPES = Map.ofEntries( //
        entry(Integer.class, NodeSettingsWO::addInt, NodeSettingsRO::getInt, 0), //
        entry(Double.class, NodeSettingsWO::addDouble, NodeSettingsRO::getDouble, 0.0), //
        entry(Long.class, NodeSettingsWO::addLong, NodeSettingsRO::getLong, 0L), //
        entry(Boolean.class, NodeSettingsWO::addBoolean, NodeSettingsRO::getBoolean, false), //
        entry(String.class, NodeSettingsWO::addString, NodeSettingsRO::getString, null), //
        entry(int[].class, NodeSettingsWO::addIntArray, NodeSettingsRO::getIntArray, new int[0]), //
        entry(double[].class, NodeSettingsWO::addDoubleArray, NodeSettingsRO::getDoubleArray, new double[0]), //
        entry(String[].class, NodeSettingsWO::addStringArray, NodeSettingsRO::getStringArray, new String[0]));

    private static final Map<Class<?>, Class<?>> WRAPPERS = Map.of(int.class, Integer.class, double.class, Double.class,
        long.class, Long.class, boolean.class, Boolean.class);

    /**
     * Finds how a type is stored.
     *
     * @param type a field's type, or the content of an optional field
     * @return empty if KNIME has no way to store it under one key
     */
    static Optional<LeafType> of(final Class<?> type) {
        if (type.isEnum()) {
            return Optional.of(ofEnum(type));
        }
        return Optional.ofNullable(TYPES.get(WRAPPERS.getOrDefault(type, type)));
    }

    private static LeafType ofEnum(final Class<?> type) {
        return new LeafType(
            (settings, key, value) -> settings.addString(key, value == null ? null : ((Enum<?>)value).name()),
            (settings, key) -> constant(type, key, settings.getString(key)), null);
    }

    private static Object constant(final Class<?> type, final String key, final String name)
        throws InvalidSettingsException {
        final var names = new StringBuilder();
        for (final var constant : type.getEnumConstants()) {
            if (((Enum<?>)constant).name().equals(name)) {
                return constant;
            }
            names.append(names.isEmpty() ? "" : ", ").append(((Enum<?>)constant).name());
        }
        throw new InvalidSettingsException(
            "Invalid value '" + name + "' for \"" + key + "\". Possible values: " + names);
    }

    @SuppressWarnings("unchecked")
    private static <T> Map.Entry<Class<?>, LeafType> entry(final Class<T> type, final Saver<T> saver,
        final Loader<T> loader, final T empty) {
        return Map.entry(type, new LeafType((Saver<Object>)saver, loader::load, empty));
    }

    /**
     * Writes a value.
     *
     * @param <T> its type
     */
    interface Saver<T> {

        /**
         * Writes a value.
         *
         * @param settings where to
         * @param key the key
         * @param value the value
         */
        void save(NodeSettingsWO settings, String key, T value);
    }

    /**
     * Reads a value.
     *
     * @param <T> its type
     */
    interface Loader<T> {

        /**
         * Reads a value.
         *
         * @param settings where from
         * @param key the key
         * @return the value
         * @throws InvalidSettingsException if it is missing or can't be used
         */
        T load(NodeSettingsRO settings, String key) throws InvalidSettingsException;
    }
}
