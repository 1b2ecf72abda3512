package org.geco.asd.engine;

import java.util.Iterator;
import java.util.Optional;

import org.geco.asd.common.Outcome;
import org.geco.asd.concurrent.Prefetch;
import org.geco.asd.dataset.SoundClip;
import org.geco.asd.detector.Recording;

/** Clips in their order, as a detector takes them. */
public final class Recordings implements Prefetch.Source<Recording<SoundClip>> {
    private final Iterator<SoundClip> m_clips;

    /** From the first on. */
    public Recordings(final Iterable<SoundClip> clips) {
        m_clips = clips.iterator();
    }

    @Override
    public Optional<Recording<SoundClip>> next() {
        if (!m_clips.hasNext()) {
            return Optional.empty();
        }
        final SoundClip clip = m_clips.next();
        return Optional.of(new Recording<>(clip, Outcome.of(clip.machine()), Outcome.of(clip.path())));
    }
}
