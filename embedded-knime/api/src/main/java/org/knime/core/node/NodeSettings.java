package org.knime.core.node;

import java.io.IOException;
import java.io.InputStream;

import org.knime.core.node.config.Config;
import org.knime.core.node.config.base.ConfigBase;
import org.knime.core.node.config.base.XMLConfig;

/** The settings of a node. */
public final class NodeSettings extends Config implements NodeSettingsRO, NodeSettingsWO {

    /** @param key the key of these settings */
    public NodeSettings(final String key) {
        super(key);
    }

    @Override
    public NodeSettings getInstance(final String key) {
        return new NodeSettings(key);
    }

    /**
     * @param in settings as XML, is closed
     * @return the settings
     * @throws IOException if reading fails or there is something else
     */
    public static NodeSettingsRO loadFromXML(final InputStream in) throws IOException {
        final NodeSettings settings = new NodeSettings("ignored");
        XMLConfig.load(settings, in);
        return settings;
    }

    /** @param dest receives a deep copy of all entries */
    public void copyTo(final NodeSettingsWO dest) {
        copyTo((ConfigBase)dest);
    }

    @Override
    public NodeSettings addNodeSettings(final String key) {
        return (NodeSettings)addConfigBase(key);
    }

    @Override
    public NodeSettings getNodeSettings(final String key) throws InvalidSettingsException {
        return (NodeSettings)getConfig(key);
    }
}
