package org.geco.asd.nodes.model;

import org.geco.asd.mel.MelSettings;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** Mel settings as part of a spec or of a cell. */
public final class MelContent {

    private MelContent() {
    }

    /**
     * @param mel settings
     * @param content where they go
     */
    public static void save(final MelSettings mel, final ConfigWO content) {
        content.addInt("sampleRate", mel.sampleRate());
        content.addInt("windowLength", mel.windowLength());
        content.addInt("hop", mel.hop());
        content.addInt("mels", mel.mels());
        content.addDouble("fMin", mel.fMin());
        content.addDouble("fMax", mel.fMax());
    }

    /**
     * @param content what {@link #save} wrote
     * @return the settings
     * @throws InvalidSettingsException if one is missing
     */
    public static MelSettings load(final ConfigRO content) throws InvalidSettingsException {
        return new MelSettings(content.getInt("sampleRate"), content.getInt("windowLength"), content.getInt("hop"),
            content.getInt("mels"), content.getDouble("fMin"), content.getDouble("fMax"));
    }
}
