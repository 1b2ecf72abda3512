package org.geco.asd.clips;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.concurrent.Prefetch;
import org.geco.asd.mel.Spectrogram;

/** Clips in an order that is known beforehand, read in the background while they are used, see {@link Prefetch}. */
public final class ReadAhead implements AutoCloseable {
    /** Bytes of clips that wait to be used, unless one clip is larger. */
    public static final long BYTES = 32L << 20;

    /** Name of the background threads. */
    public static final String THREAD = "Spectrogram reader";

    private final ClipSource m_source;
    private final int[] m_order;
    private final Prefetch<Spectrogram> m_clips;

    /** Of the thread. */
    private int m_read;

    /** Starts to read clips in the order in which they will be taken; the array is not to be changed. */
    public ReadAhead(final ClipSource source, final int[] order) {
        this(source, order, BYTES);
    }

    /** With a limit of bytes of clips that may wait; one more may be in the hands of the thread. */
    ReadAhead(final ClipSource source, final int[] order, final long limit) {
        m_source = source;
        m_order = order;
        m_clips = new Prefetch<>(THREAD, this::read, ClipCache::bytes, limit);
    }

    private Optional<Spectrogram> read() throws AsdException {
        if (m_read == m_order.length) {
            return Optional.empty();
        }
        final int clip = m_order[m_read++];
        try {
            return Optional.of(m_source.load(clip));
        } catch (final CancellationException e) {
            throw e;
        } catch (final RuntimeException e) {
            throw new AsdException("The spectrogram of " + m_source.name(clip) + " cannot be read: " + e, e,
                "Execute the node that computed the spectrograms again.");
        }
    }

    /** Takes the next clip, waiting for it if need be; fails if it cannot be read or if the user cancels meanwhile. */
    public Spectrogram next(final ProgressMonitor progress) throws AsdException {
        return m_clips.next(progress)
            .orElseThrow(() -> new NoSuchElementException("All " + m_order.length + " clips were taken"));
    }

    /** @return the bytes of the clips that wait to be used now */
    public long bytes() {
        return m_clips.bytes();
    }

    /** Ends the thread. Returns when it has ended, also if the caller is interrupted meanwhile. */
    @Override
    public void close() {
        m_clips.close();
    }
}
