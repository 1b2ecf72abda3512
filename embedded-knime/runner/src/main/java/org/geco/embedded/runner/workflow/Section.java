package org.geco.embedded.runner.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** A config in a settings file that knows where it stands, so that every complaint names file and key. */
public final class Section {

    private final String m_file;

    private final String m_path;

    private final NodeSettings m_settings;

    private Section(final String file, final String path, final NodeSettings settings) {
        m_file = file;
        m_path = path;
        m_settings = settings;
    }

    /**
     * @param directory the workflow directory
     * @param file the file's path in it
     * @return the file's root
     * @throws WorkflowLoadException if the file is absent or no settings file
     */
    static Section read(final Path directory, final String file) throws WorkflowLoadException {
        final Path path = directory.resolve(file).normalize();
        if (!path.startsWith(directory.normalize())) {
            throw new WorkflowLoadException(file + ": this path leads out of the workflow directory");
        }
        if (!Files.isRegularFile(path)) {
            throw new WorkflowLoadException(file + ": there is no such file in " + directory);
        }
        try (InputStream in = Files.newInputStream(path)) {
            return new Section(file, "", (NodeSettings)NodeSettings.loadFromXML(in));
        } catch (IOException e) {
            throw new WorkflowLoadException(file + ": can't be read as settings: " + e.getMessage(), e);
        }
    }

    /** @return the config itself */
    public NodeSettings settings() {
        return m_settings;
    }

    /** @return the keys in this section */
    public Set<String> keys() {
        return m_settings.keySet();
    }

    boolean has(final String key) {
        return m_settings.containsKey(key);
    }

    /**
     * Checks that all required keys are there, and none that is neither required nor optional.
     *
     * @throws WorkflowLoadException naming all keys that are missing or unknown
     */
    void check(final Set<String> required, final Set<String> optional) throws WorkflowLoadException {
        final List<String> problems = new ArrayList<>();
        required.stream().filter(key -> !has(key)).sorted()
            .forEach(key -> problems.add("required key '" + m_path + key + "' is missing"));
        keys().stream().filter(key -> !required.contains(key) && !optional.contains(key)).sorted()
            .forEach(key -> problems.add("unknown key '" + m_path + key + "'"));
        if (!problems.isEmpty()) {
            throw new WorkflowLoadException(m_file + ": " + String.join(", ", problems));
        }
    }

    Section child(final String key) throws WorkflowLoadException {
        try {
            return new Section(m_file, m_path + key + "/", m_settings.getNodeSettings(key));
        } catch (InvalidSettingsException e) {
            throw unreadable(key, "a config", e);
        }
    }

    String text(final String key) throws WorkflowLoadException {
        try {
            return m_settings.getString(key);
        } catch (InvalidSettingsException e) {
            throw unreadable(key, "a string (xstring)", e);
        }
    }

    String nonEmptyText(final String key) throws WorkflowLoadException {
        final String text = text(key);
        if (text == null || text.isEmpty()) {
            throw problem(key, "must not be empty");
        }
        return text;
    }

    int number(final String key) throws WorkflowLoadException {
        try {
            return m_settings.getInt(key);
        } catch (InvalidSettingsException e) {
            throw unreadable(key, "an integer (xint)", e);
        }
    }

    double decimal(final String key) throws WorkflowLoadException {
        try {
            return m_settings.getDouble(key);
        } catch (InvalidSettingsException e) {
            throw unreadable(key, "a floating-point number (xdouble)", e);
        }
    }

    boolean flag(final String key) throws WorkflowLoadException {
        try {
            return m_settings.getBoolean(key);
        } catch (InvalidSettingsException e) {
            throw unreadable(key, "a boolean (xboolean)", e);
        }
    }

    private WorkflowLoadException unreadable(final String key, final String type, final Exception cause) {
        return new WorkflowLoadException(m_file + ": key '" + m_path + key + "' "
            + (has(key) ? "is not " + type : "is missing; it must be " + type), cause);
    }

    /**
     * @param key a key in this section
     * @param what what is wrong with it
     * @return the complaint, to be thrown
     */
    public WorkflowLoadException problem(final String key, final String what) {
        return new WorkflowLoadException(m_file + ": key '" + m_path + key + "' " + what);
    }

    /** @return file, relative to the workflow directory */
    public String file() {
        return m_file;
    }
}
