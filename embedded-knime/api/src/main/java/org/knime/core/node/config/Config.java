package org.knime.core.node.config;

import java.io.IOException;
import java.io.OutputStream;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBase;
import org.knime.core.node.config.base.XMLConfig;

/** Settings with sub-settings, to read and to write. */
public abstract class Config extends ConfigBase {

    /** @param key the key of these settings */
    protected Config(final String key) {
        super(key);
    }

    /**
     * @param key a key
     * @return the sub-settings
     * @throws InvalidSettingsException if there are none
     */
    public final Config getConfig(final String key) throws InvalidSettingsException {
        if (containsKey(key) && getEntry(key).value() instanceof Config config) {
            return config;
        }
        throw new InvalidSettingsException("Config for key \"" + key + "\" not found.");
    }

    /**
     * @param out receives the XML and is closed
     * @throws IOException if writing fails
     */
    public final void saveToXML(final OutputStream out) throws IOException {
        XMLConfig.save(this, out);
    }
}
