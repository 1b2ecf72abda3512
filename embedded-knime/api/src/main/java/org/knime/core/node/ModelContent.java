package org.knime.core.node;

import java.io.IOException;
import java.io.InputStream;

import org.knime.core.node.config.Config;
import org.knime.core.node.config.base.XMLConfig;

/** The content of a model or of a spec. */
public final class ModelContent extends Config implements ModelContentRO, ModelContentWO {

    /** @param key the key of this content */
    public ModelContent(final String key) {
        super(key);
    }

    @Override
    public ModelContent getInstance(final String key) {
        return new ModelContent(key);
    }

    /**
     * @param in content as XML, is closed
     * @return the content
     * @throws IOException if reading fails or there is something else
     */
    public static ModelContentRO loadFromXML(final InputStream in) throws IOException {
        final ModelContent content = new ModelContent("ignored");
        XMLConfig.load(content, in);
        return content;
    }

    /**
     * @param key the key
     * @return new content inside this one
     */
    public ModelContent addModelContent(final String key) {
        return (ModelContent)addConfigBase(key);
    }

    @Override
    public ModelContent getModelContent(final String key) throws InvalidSettingsException {
        return (ModelContent)getConfig(key);
    }
}
