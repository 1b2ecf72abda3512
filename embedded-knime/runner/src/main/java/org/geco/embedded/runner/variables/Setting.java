package org.geco.embedded.runner.variables;

import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.ConfigEntries;

/** One entry of a node's settings, with KNIME's rules for which variable may overwrite which type of entry. */
final class Setting {

    private final NodeSettings m_parent;

    private final String m_key;

    private Setting(final NodeSettings parent, final String key) {
        m_parent = parent;
        m_key = key;
    }

    static Setting at(final NodeSettings root, final List<String> path) throws InvalidSettingsException {
        NodeSettings parent = root;
        for (final String key : path.subList(0, path.size() - 1)) {
            parent = parent.getNodeSettings(key);
        }
        return new Setting(parent, path.get(path.size() - 1));
    }

    private ConfigEntries type() {
        return m_parent.getEntry(m_key).type();
    }

    /** An integer fits into every number, a double into floating-point numbers, and everything into a text. */
    void overwrite(final WorkflowVariable variable) throws InvalidSettingsException {
        switch (type()) {
            case xstring -> m_parent.addString(m_key, variable.value().toString());
            case xint -> m_parent.addInt(m_key, integer(variable));
            case xlong -> m_parent.addLong(m_key, integer(variable));
            case xdouble -> m_parent.addDouble(m_key, decimal(variable));
            case xboolean -> m_parent.addBoolean(m_key, truth(variable));
            case config -> overwriteArray(variable);
            default -> throw mismatch(variable);
        }
    }

    /** An array takes a single value as its only element. */
    private void overwriteArray(final WorkflowVariable variable) throws InvalidSettingsException {
        final NodeSettings array = m_parent.getNodeSettings(m_key);
        if (!array.containsKey("array-size")) {
            throw mismatch(variable);
        }
        final ConfigEntries type = array.containsKey("0") ? array.getEntry("0").type() : ConfigEntries.xstring;
        switch (type) {
            case xstring -> m_parent.addStringArray(m_key, variable.value().toString());
            case xint -> m_parent.addIntArray(m_key, integer(variable));
            case xdouble -> m_parent.addDoubleArray(m_key, decimal(variable));
            default -> throw mismatch(variable);
        }
    }

    private int integer(final WorkflowVariable variable) throws InvalidSettingsException {
        if (variable.value() instanceof Integer number) {
            return number;
        }
        throw mismatch(variable);
    }

    private double decimal(final WorkflowVariable variable) throws InvalidSettingsException {
        if (variable.value() instanceof Number number) {
            return number.doubleValue();
        }
        throw mismatch(variable);
    }

    private boolean truth(final WorkflowVariable variable) throws InvalidSettingsException {
        final String text = variable.value().toString();
        final boolean known = text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
        if (known && variable.type() == VariableType.STRING) {
            return Boolean.parseBoolean(text);
        }
        throw mismatch(variable);
    }

    private InvalidSettingsException mismatch(final WorkflowVariable variable) {
        return new InvalidSettingsException("The variable '" + variable.name() + "' of type "
            + variable.type().argument() + " with the value '" + variable.value() + "' can't overwrite the setting '"
            + m_key + "' of type " + type().name() + ".");
    }

    /** The entry's value as a variable. */
    WorkflowVariable toVariable(final String name) throws InvalidSettingsException {
        final Object value = switch (type()) {
            case xstring -> m_parent.getString(m_key);
            case xint -> m_parent.getInt(m_key);
            case xdouble -> m_parent.getDouble(m_key);
            default -> null;
        };
        if (value == null) {
            throw new InvalidSettingsException(
                "The setting '" + m_key + "' of type " + type().name() + " can't become the variable '" + name + "'.");
        }
        return new WorkflowVariable(name, value);
    }
}
