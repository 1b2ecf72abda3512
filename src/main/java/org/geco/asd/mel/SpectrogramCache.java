package org.geco.asd.mel;

import java.util.LinkedHashMap;
import java.util.Map;

import org.geco.asd.AsdException;

/**
 * Spectrograms read once, as long as they fit in a budget; the longest unused ones go first. For one thread at a time.
 */
public final class SpectrogramCache {

    private final SpectrogramSource m_source;

    private final long m_budget;

    private final Map<Integer, Spectrogram> m_clips = new LinkedHashMap<>(16, 0.75f, true);

    private long m_bytes;

    /**
     * @param source where clips come from
     * @param budget bytes of spectrograms to keep; one clip is kept even if it is larger
     */
    public SpectrogramCache(final SpectrogramSource source, final long budget) {
        m_source = source;
        m_budget = budget;
    }

    /**
     * @param clip index in the source
     * @return its spectrogram
     * @throws AsdException if it cannot be read
     */
    public Spectrogram get(final int clip) throws AsdException {
        final Spectrogram known = m_clips.get(clip);
        if (known != null) {
            return known;
        }
        final Spectrogram loaded = m_source.load(clip);
        m_bytes += bytes(loaded);
        final var oldest = m_clips.values().iterator();
        while (m_bytes > m_budget && oldest.hasNext()) {
            m_bytes -= bytes(oldest.next());
            oldest.remove();
        }
        m_clips.put(clip, loaded);
        return loaded;
    }

    private static long bytes(final Spectrogram spectrogram) {
        return (long)spectrogram.values().length * Float.BYTES;
    }
}
