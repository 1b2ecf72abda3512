package org.geco.asd.dataset;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.geco.asd.common.AsdException;

/**
 * The naming schemes of the public data sets. They are looked for at the end of the absolute path, so that the user may
 * choose the folder of the whole data set, of one machine type or of one split.
 */
public enum PublicScheme implements NamingScheme {
    /** DCASE challenge 2020, task 2. Clips of the evaluation set have no label. */
    DCASE2020("DCASE 2020", "fan/train/normal_id_00_00000000.wav",
            "/(?<type>[^/]+)/(?<split>train|held-out|test)/(?:(?<label>normal|anomaly)_)?id_(?<id>\\d+)_\\d+"),
    /** DCASE challenge from 2021 on: the section is the machine's ID. Clips of the evaluation set have no label. */
    DCASE2021("DCASE 2021 and later", "fan/train/section_00_source_train_normal_0000_n_A.wav",
            "/(?<type>[^/]+)/(?<split>train|held-out|test|source_test|target_test)/section_(?<id>\\d+)"
                + "(?:_(?:source|target))?(?:_(?:train|test))?(?:_(?<label>normal|anomaly))?_\\d+(?:_[^/]*)?");

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
    public Optional<SoundClip> parse(final Path root, final Path file) throws AsdException {
        final Matcher matcher = m_pattern.matcher(NamingScheme.slashed(file));
        if (!matcher.find()) {
            return Optional.empty();
        }
        final String label = matcher.group("label");
        return Optional.of(new SoundClip(file, new MachineId(matcher.group("type"), matcher.group("id")),
            Split.of(matcher.group("split")).orElseThrow(),
            label == null ? Label.UNKNOWN : Label.of(label).orElseThrow()));
    }
}
