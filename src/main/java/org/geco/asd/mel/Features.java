package org.geco.asd.mel;

import java.io.Serializable;
import java.util.function.Consumer;

import org.geco.asd.audio.AudioFiles;
import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.audio.Section;
import org.geco.asd.audio.SoundFacts;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;

/**
 * What is heard of a recording: one signal, if this share of what its header promises is there, and its log-Mel
 * spectrogram.
 */
public record Features(MelSettings mel, ChannelChoice channel, double leastShare) implements Serializable {
    /** Fails if a setting cannot be used. */
    public void check() throws AsdException {
        mel.validate();
        Checks.range(leastShare >= 0 && leastShare <= 1, "The least share of a cut-off recording", leastShare,
            "a share from 0 to 1, e.g. 0.9");
    }

    /** Computes them of clip after clip. Any number of threads may share it. */
    public static final class Extractor {
        private final Features m_features;
        private final LogMelExtractor m_extractor;

        /** Fails if a setting cannot be used. */
        public Extractor(final Features features) throws AsdException {
            features.check();
            m_features = features;
            m_extractor = new LogMelExtractor(features.mel);
        }

        /** @return which channel they are computed from */
        public ChannelChoice channel() {
            return m_features.channel;
        }

        /**
         * @param facts hears what is known of the clip's samples, and that not all are there
         * @return the spectrogram of a clip; an AsdException names it and what is wrong with it
         */
        public Spectrogram of(final Section clip, final Consumer<SoundFacts> facts) throws AsdException {
            final float[] samples = AudioFiles.read(clip, m_features.channel, m_features.mel.sampleRate(),
                m_features.leastShare, facts);
            try {
                return m_extractor.extract(samples);
            } catch (final AsdException e) {
                throw new AsdException("'" + clip + "': " + e.getMessage(), e,
                    e.resolutions().toArray(String[]::new));
            }
        }
    }
}
