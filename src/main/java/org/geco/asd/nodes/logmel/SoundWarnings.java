package org.geco.asd.nodes.logmel;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.geco.asd.audio.SoundFacts;
import org.geco.asd.mel.Bandwidth;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nodes.knime.BadClips;

/** Counts what is suspicious about sounds that are used all the same. Thread-safe. */
public final class SoundWarnings {
    /** Of more clips than this it is not known whether they are the same. */
    private static final int MOST_HASHES = 200_000;

    private final BadClips m_cutOff = new BadClips();
    private final BadClips m_clipped = new BadClips();
    private final BadClips m_offset = new BadClips();
    private final BadClips m_narrow = new BadClips();
    private final BadClips m_same = new BadClips();
    private final Map<Long, String> m_names = new ConcurrentHashMap<>();

    /** Counts what is suspicious about the samples of a row. */
    public void add(final long row, final SoundFacts facts) {
        final String name = "'" + facts.name() + "'";
        facts.lack().ifPresent(lack -> addCutOff(row, lack));
        if (facts.isClipped()) {
            m_clipped.add(row, String.format(Locale.ROOT, "%s: %.1f %% of its samples are at full scale", name,
                100 * facts.clipped()));
        }
        if (facts.hasOffset()) {
            m_offset.add(row, String.format(Locale.ROOT, "%s: its mean is %.1f %% of full scale", name,
                100 * facts.mean()));
        }
        final String other = m_names.size() < MOST_HASHES ? m_names.putIfAbsent(facts.hash(), name)
            : m_names.get(facts.hash());
        if (other != null && !other.equals(name)) {
            m_same.add(row, Stream.of(name, other).sorted().reduce((a, b) -> a + " and " + b).orElseThrow());
        }
    }

    /** Counts a row whose sound was cut off. */
    public void addCutOff(final long row, final String lack) {
        m_cutOff.add(row, lack);
    }

    /** Counts what is suspicious about the spectrogram of a row. */
    public void add(final long row, final String clip, final Spectrogram spectrogram) {
        Bandwidth.of(spectrogram).ifPresent(hertz -> m_narrow.add(row,
            String.format(Locale.ROOT, "'%s': nothing above %.0f Hz", clip, hertz)));
    }

    /** @return a sentence for each kind, of so many clips */
    public List<String> of(final long clips) {
        return Stream.of(m_cutOff.warning(clips, "clips are cut off and used as far as they go"),
            m_clipped.warning(clips, "clips are clipped: turn the recorder's gain down"),
            m_offset.warning(clips, "clips have a DC offset"),
            m_narrow.warning(clips, "clips have empty upper bands, as if recorded at a lower rate and resampled"),
            m_same.warning(clips, "clips are the same sound as another one")).flatMap(Optional::stream).toList();
    }
}
