package org.geco.asd.pae;

import java.util.LinkedHashMap;
import java.util.Map;

import org.geco.asd.AsdException;
import org.geco.asd.mel.SpectrogramSource;

/** Spectrograms read once, as long as they fit in a budget; the longest unused ones go first. */
final class ClipCache {

    private final SpectrogramSource m_source;

    private final long m_budget;

    private final Map<Integer, float[]> m_clips = new LinkedHashMap<>(16, 0.75f, true);

    private long m_bytes;

    /**
     * @param source where clips come from
     * @param budget bytes
     */
    ClipCache(final SpectrogramSource source, final long budget) {
        m_source = source;
        m_budget = budget;
    }

    /** @return dB values of a clip, frame after frame; to be read only */
    float[] get(final int clip) throws AsdException {
        final float[] known = m_clips.get(clip);
        if (known != null) {
            return known;
        }
        final float[] values = m_source.load(clip).values();
        m_bytes += bytes(values);
        final var oldest = m_clips.values().iterator();
        while (m_bytes > m_budget && oldest.hasNext()) {
            m_bytes -= bytes(oldest.next());
            oldest.remove();
        }
        m_clips.put(clip, values);
        return values;
    }

    private static long bytes(final float[] values) {
        return (long)values.length * Float.BYTES;
    }
}
