package org.geco.asd.clips;

import java.util.HashMap;
import java.util.Map;

import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.mel.Spectrogram;

/**
 * A source that keeps as many of its spectrograms as fit in a given number of bytes. The first ones that are asked for
 * stay; the others are read each time. A training goes through all clips in a new random order in every epoch: whoever
 * replaces clips then has thrown away most of them before they come again, whereas clips that stay are found in every
 * epoch. Thread-safe.
 */
public final class ClipCache implements ClipSource {
    /** Bytes of the objects around a clip's values. */
    private static final int OBJECTS = 160;

    private final ClipSource m_source;
    private final long m_capacity;
    private final Map<Integer, Spectrogram> m_clips = new HashMap<>();
    private long m_bytes;

    /** Keeps at most so many bytes of a source's spectrograms. */
    public ClipCache(final ClipSource source, final long capacity) {
        m_source = source;
        m_capacity = capacity;
    }

    /** @return the bytes that a clip takes */
    public static long bytes(final Spectrogram spectrogram) {
        return ((long)spectrogram.values().length + spectrogram.samples().length) * Float.BYTES + OBJECTS;
    }

    /** @return the bytes of the clips that are kept now */
    public synchronized long bytes() {
        return m_bytes;
    }

    @Override
    public Spectrogram load(final int clip) throws AsdException {
        final Spectrogram known = find(clip);
        if (known != null) {
            return known;
        }
        // not locked while reading: another thread's clips are not to wait for this one
        final Spectrogram loaded = m_source.load(clip);
        keepIfItFits(clip, loaded);
        return loaded;
    }

    private synchronized Spectrogram find(final int clip) {
        return m_clips.get(clip);
    }

    private synchronized void keepIfItFits(final int clip, final Spectrogram loaded) {
        final long bytes = bytes(loaded);
        if (m_bytes + bytes <= m_capacity && m_clips.putIfAbsent(clip, loaded) == null) {
            m_bytes += bytes;
        }
    }

    @Override
    public int size() {
        return m_source.size();
    }

    @Override
    public MachineId machine(final int clip) {
        return m_source.machine(clip);
    }

    @Override
    public boolean isHeldOut(final int clip) {
        return m_source.isHeldOut(clip);
    }

    @Override
    public String name(final int clip) {
        return m_source.name(clip);
    }
}
