package org.geco.asd.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.geco.asd.files.Csv;

/**
 * The attributes of clips whose names lack them: the data sets of DCASE from 2022 on have a file {@code
 * attributes_<section>.csv} for each section in the folder of the machine type, with a line for each clip: where it is
 * ({@code fan/train/section_00_….wav}), then names and values of its attributes in turns.
 */
final class AttributeFiles {
    private final Map<Path, Map<String, String>> m_files = new HashMap<>();

    /** @return the clip with its attributes, as the names of other years write them, if a file has them */
    SoundClip complete(final SoundClip clip) {
        final Path split = clip.path().getParent();
        if (!clip.attributes().isEmpty() || split == null || split.getParent() == null) {
            return clip;
        }
        return clip.withAttributes(m_files
            .computeIfAbsent(split.getParent().resolve("attributes_" + clip.machine().id() + ".csv"),
                AttributeFiles::read)
            .getOrDefault(split.getFileName() + "/" + clip.path().getFileName(), ""));
    }

    /** @return attributes by split and name; none if the file cannot be read: they are only told, never needed */
    private static Map<String, String> read(final Path file) {
        final Map<String, String> attributes = new HashMap<>();
        try {
            for (final List<String> fields : Files.exists(file) ? Csv.read(file) : List.<List<String>>of()) {
                final String[] place = fields.get(0).split("/", -1);
                if (place.length > 1) {
                    attributes.put(place[place.length - 2] + "/" + place[place.length - 1],
                        fields.stream().skip(1).filter(field -> !field.isEmpty() && !field.endsWith(".wav"))
                            .collect(Collectors.joining("_")));
                }
            }
        } catch (final IOException e) { // NOSONAR: see above
            return Map.of();
        }
        return attributes;
    }
}
