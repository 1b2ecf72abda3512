package org.geco.asd.cluster;

import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.files.DamagedException;
import org.geco.asd.files.Json;
import org.geco.asd.mel.Features;
import org.geco.asd.statistics.StatisticsSettings;

/**
 * Which features a job computes: spectrograms, or their statistics if there are settings of them. As text it is the
 * file that the job is given.
 */
public record FeatureSettings(Features features, Optional<StatisticsSettings> statistics) {
    /** @return those in a text; a DamagedException names what does not fit, an AsdException what cannot be used */
    public static FeatureSettings of(final String text) throws DamagedException, AsdException {
        final FeatureSettings settings = Json.read(text, FeatureSettings.class);
        settings.features.check();
        if (settings.statistics.isPresent()) {
            settings.statistics.get().check();
        }
        return settings;
    }

    /** @return the text that tells them, every bit of their numbers */
    public String text() {
        return Json.text(this);
    }
}
