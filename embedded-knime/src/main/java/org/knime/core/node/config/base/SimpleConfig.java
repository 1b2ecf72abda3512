package org.knime.core.node.config.base;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;

/** A plain settings tree. */
public class SimpleConfig extends ConfigBase {

    private static final long serialVersionUID = 1L;

    /** @param key the config's own key */
    public SimpleConfig(final String key) {
        super(key);
    }

    @Override
    public ConfigBase getInstance(final String key) {
        return new SimpleConfig(key);
    }

    /**
     * @param nameForConfig the key until the file's own replaces it
     * @param xmlFile the file
     * @return its settings
     * @throws IOException if it can't be read or isn't a settings file
     */
    public static ConfigBaseRO parseConfig(final String nameForConfig, final File xmlFile) throws IOException {
        final SimpleConfig config = new SimpleConfig(nameForConfig);
        config.load(new FileInputStream(xmlFile));
        return config;
    }
}
