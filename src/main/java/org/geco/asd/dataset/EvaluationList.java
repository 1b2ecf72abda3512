package org.geco.asd.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.files.Csv;

/**
 * What a DCASE challenge published after its end about the clips of its evaluation set, whose names tell no label:
 * {@code eval_data_list_<year>.csv}. A line with a machine type alone is followed by a line for each clip: its name,
 * and the name that it would have had in the development set, which tells label, domain and attributes (2020 repeats
 * the label as 0 or 1 behind them).
 *
 * @param names the telling names by {@code type/name} of the clip
 */
record EvaluationList(Path file, Map<String, String> names) {
    private static final Pattern TELLS = Pattern.compile("(?i)(?:^|.*_)(?:normal|anomaly)_.*");

    /** @throws AsdException if the file cannot be read, or a line has no meaning */
    static EvaluationList read(final Path file) throws AsdException {
        final Map<String, String> names = new HashMap<>();
        String type = "";
        int number = 0;
        for (final List<String> fields : lines(file)) {
            final String where = "Line " + ++number + " of '" + file + "'";
            if (fields.size() == 1) {
                type = fields.get(0).isEmpty() ? type : fields.get(0);
            } else {
                Checks.require(!type.isEmpty() && TELLS.matcher(fields.get(1)).matches(), where + " is '"
                    + Csv.line(fields) + "'" + (type.isEmpty() ? ", before any machine type."
                        : ": its second name tells neither normal nor anomaly."),
                    "Choose the list that the challenge published, eval_data_list_<year>.csv.");
                names.put(type + "/" + fields.get(0), fields.get(1));
            }
        }
        Checks.require(!names.isEmpty(), "'" + file + "' lists no clips.",
            "Choose the list that the challenge published, eval_data_list_<year>.csv.");
        return new EvaluationList(file, names);
    }

    private static List<List<String>> lines(final Path file) throws AsdException {
        try {
            return Csv.read(file);
        } catch (final IOException e) {
            throw new AsdException("The evaluation list '" + file + "' cannot be read" + (Files.exists(file) ? "."
                : ": there is no such file."), e, "Choose the list that the challenge published, "
                    + "eval_data_list_<year>.csv.");
        }
    }

    /** @return the clip with what the list tells of it; empty if it is not in the list */
    Optional<SoundClip> told(final SoundClip clip) {
        return Optional.ofNullable(names.get(clip.machine().type() + "/" + clip.path().getFileName()))
            .flatMap(name -> PublicScheme.parsePublished(clip.path(), clip.path().resolveSibling(name)))
            .map(told -> told.withSplit(clip.split()));
    }
}
