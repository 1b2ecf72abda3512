package org.knime.core.node.workflow;

import java.util.Objects;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** A named value beside the data. */
public final class FlowVariable {

    private final String m_name;

    private final VariableType<?> m_type;

    private final Object m_value;

    /**
     * @param name of the variable
     * @param type of its value
     * @param value the value
     * @param <T> the value's class
     */
    public <T> FlowVariable(final String name, final VariableType<T> type, final T value) {
        m_name = Objects.requireNonNull(name, "Argument must not be null");
        m_type = Objects.requireNonNull(type, "Argument must not be null");
        m_value = value;
    }

    /**
     * @param name of the variable
     * @param valueS a string
     */
    public FlowVariable(final String name, final String valueS) {
        this(name, VariableType.StringType.INSTANCE, valueS);
    }

    /**
     * @param name of the variable
     * @param valueD a double
     */
    public FlowVariable(final String name, final double valueD) {
        this(name, VariableType.DoubleType.INSTANCE, valueD);
    }

    /**
     * @param name of the variable
     * @param valueI an int
     */
    public FlowVariable(final String name, final int valueI) {
        this(name, VariableType.IntType.INSTANCE, valueI);
    }

    /** @return the name */
    public String getName() {
        return m_name;
    }

    /** @return the type */
    public VariableType<?> getVariableType() {
        return m_type;
    }

    /**
     * @param expectedType a type that the value can be converted to: an int to a double, anything to a string
     * @param <T> its class
     * @return the value
     */
    public <T> T getValue(final VariableType<T> expectedType) {
        final Class<T> expected = expectedType.getSimpleType();
        if (expected.isInstance(m_value)) {
            return expected.cast(m_value);
        }
        if (expected == String.class) {
            return expected.cast(getValueAsString());
        }
        if (expected == Double.class && m_value instanceof Number n) {
            return expected.cast(n.doubleValue());
        }
        if (expected == Long.class && m_value instanceof Integer i) {
            return expected.cast(i.longValue());
        }
        throw new IllegalArgumentException("Flow variable \"" + m_name + "\" of type " + m_type
            + " can't be read as " + expectedType);
    }

    /** @return the string, null if the value isn't one */
    public String getStringValue() {
        return m_value instanceof String s ? s : null;
    }

    /** @return the double, NaN if the value isn't one */
    public double getDoubleValue() {
        return m_value instanceof Double d ? d : Double.NaN;
    }

    /** @return the int, 0 if the value isn't one */
    public int getIntValue() {
        return m_value instanceof Integer i ? i : 0;
    }

    /** @return the value as text */
    public String getValueAsString() {
        return String.valueOf(m_value);
    }

    /** @param settings receive the variable */
    public void save(final NodeSettingsWO settings) {
        settings.addString("name", m_name);
        settings.addString("class", m_type.getIdentifier());
        settings.addString("value", m_value == null ? null : getValueAsString());
    }

    /**
     * @param sub holds a variable
     * @return the variable
     * @throws InvalidSettingsException if something is missing or doesn't fit
     */
    public static FlowVariable load(final NodeSettingsRO sub) throws InvalidSettingsException {
        final String name = sub.getString("name");
        final String type = sub.getString("class");
        for (final VariableType<?> t : VariableType.all()) {
            if (t.getIdentifier().equals(type)) {
                return load(name, t, sub);
            }
        }
        throw new InvalidSettingsException("Flow variable \"" + name + "\" has the unknown type " + type);
    }

    private static <T> FlowVariable load(final String name, final VariableType<T> type, final NodeSettingsRO sub)
        throws InvalidSettingsException {
        final String text = sub.getString("value");
        try {
            return new FlowVariable(name, type, text == null ? null : type.parse(text));
        } catch (final NumberFormatException e) {
            throw new InvalidSettingsException("The value of flow variable \"" + name + "\" is no " + type + ": "
                + text, e);
        }
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof FlowVariable v && m_name.equals(v.m_name) && m_type == v.m_type
            && Objects.equals(m_value, v.m_value);
    }

    @Override
    public int hashCode() {
        return m_name.hashCode();
    }

    @Override
    public String toString() {
        return m_name + " (" + m_type + ": " + m_value + ")";
    }
}
