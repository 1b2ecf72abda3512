package org.geco.asd.dataset;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The naming schemes of the public data sets. They are looked for at the end of the absolute path, so that the user may
 * choose the folder of the whole data set, of one machine type or of one split.
 */
public enum PublicScheme implements NamingScheme {
    /** DCASE challenge 2020, task 2. Clips of the evaluation set have no label. */
    DCASE2020("DCASE 2020", "fan/train/normal_id_00_00000000.wav",
            "/(?<type>[^/]+)/(?<split>train|held-out|test)/(?:(?<label>normal|anomaly)_)?id_(?<id>\\d+)_\\d+"
                + "(?<attributes>)"),
    /** DCASE challenge from 2021 on: the section is the machine's ID. Clips of the evaluation set have no label. */
    DCASE2021("DCASE 2021 and later", "fan/train/section_00_source_train_normal_0000_n_A.wav",
            "/(?<type>[^/]+)/(?<split>train|held-out|test|source_test|target_test)/section_(?<id>\\d+)"
                + "(?:_(?:source|target))?(?:_(?:train|test))?(?:_(?<label>normal|anomaly))?_\\d+"
                + "(?:_(?<attributes>[^/]*?))?");

    private static final String EXTENSION = "\\.[A-Za-z]+$";

    private final String m_title;
    private final String m_expects;
    private final Pattern m_pattern;

    PublicScheme(final String title, final String expects, final String pattern) {
        m_title = title;
        m_expects = expects;
        m_pattern = Pattern.compile(pattern + EXTENSION);
    }

    @Override
    public String title() {
        return m_title;
    }

    @Override
    public String expects() {
        return m_expects;
    }

    @Override
    public Optional<SoundClip> parse(final Path root, final Path file) {
        return clip(file, file);
    }

    /** @return what the file's place and the name that tells most of it say, which may be another file's */
    static Optional<SoundClip> parsePublished(final Path file, final Path published) {
        return Stream.of(values()).flatMap(scheme -> scheme.clip(file, published).stream()).findFirst();
    }

    private Optional<SoundClip> clip(final Path file, final Path telling) {
        final Matcher matcher = m_pattern.matcher(NamingScheme.slashed(telling));
        if (!matcher.find()) {
            return Optional.empty();
        }
        final String label = matcher.group("label");
        final String attributes = matcher.group("attributes");
        return Optional.of(new SoundClip(file, new MachineId(matcher.group("type"), matcher.group("id")),
            Split.of(matcher.group("split")).orElseThrow(),
            label == null ? Label.UNKNOWN : Label.of(label).orElseThrow(), Domain.of(telling.toString()),
            attributes == null ? "" : attributes));
    }
}
