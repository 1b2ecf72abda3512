package org.geco.asd.engine;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.geco.asd.audio.AudioFiles;
import org.geco.asd.audio.AudioInfo;
import org.geco.asd.audio.Section;
import org.geco.asd.common.Outcome;
import org.geco.asd.concurrent.Prefetch;
import org.geco.asd.dataset.Cutting;
import org.geco.asd.detector.Recording;

/** Recordings in their order, each a clip or cut into clips, as a detector takes them. */
public final class Recordings implements Prefetch.Source<Recording<Recordings.Piece>> {
    private final Iterator<NamedClip> m_clips;
    private final Function<String, Outcome<Path>> m_files;
    private final Optional<Cutting> m_cutting;
    private final Deque<Recording<Piece>> m_pieces = new ArrayDeque<>();

    /**
     * A clip of a recording.
     *
     * @param file the recording; or why it cannot be had
     * @param last whether no other clip of the recording follows
     */
    public record Piece(NamedClip clip, Outcome<Path> file, boolean last) { }

    /**
     * @param clips from the first on
     * @param files gives the file of a path without section
     * @param cutting of recordings that are no sections already; empty if each is a clip
     */
    public Recordings(final Iterable<NamedClip> clips, final Function<String, Outcome<Path>> files,
        final Optional<Cutting> cutting) {
        m_clips = clips.iterator();
        m_files = files;
        m_cutting = cutting;
    }

    /** Local files, each a clip. */
    public Recordings(final Iterable<NamedClip> clips) {
        this(clips, path -> Outcome.of(Path.of(path)), Optional.empty());
    }

    @Override
    public Optional<Recording<Piece>> next() {
        while (m_pieces.isEmpty() && m_clips.hasNext()) {
            final NamedClip clip = m_clips.next();
            cut(clip, m_files.apply(Section.path(clip.path())));
        }
        return Optional.ofNullable(m_pieces.poll());
    }

    /** A recording that is too short to be cut stays one clip: that it has no score must be seen. */
    private void cut(final NamedClip clip, final Outcome<Path> file) {
        final List<Section> sections = sections(clip, file);
        if (sections.isEmpty()) {
            add(clip, file, file.map(path -> Section.of(path, clip.path())), true);
        }
        for (int i = 0; i < sections.size(); i++) {
            final Section section = sections.get(i);
            add(new NamedClip(Section.text(clip.path(), section.start(), section.end()), clip.type(), clip.id()), file,
                Outcome.of(section), i == sections.size() - 1);
        }
    }

    private List<Section> sections(final NamedClip clip, final Outcome<Path> file) {
        if (m_cutting.isEmpty() || !file.isPresent() || !Section.path(clip.path()).equals(clip.path())) {
            return List.of();
        }
        final Outcome<AudioInfo> header = Outcome.attempt(() -> AudioFiles.readInfo(file.value()));
        return header.isPresent() ? m_cutting.get().sections(file.value(), header.value().seconds()) : List.of();
    }

    private void add(final NamedClip clip, final Outcome<Path> file, final Outcome<Section> sound,
        final boolean last) {
        m_pieces.add(new Recording<>(new Piece(clip, file, last), Outcome.of(clip.machine()), sound));
    }
}
