package org.geco.asd.nodes.knime;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.geco.asd.common.AsdException;

/** Where a user of KNIME changes the quantities that messages of the algorithms name, which know no dialogs. */
final class Places {
    /** One quantity: how messages name it, and where it is changed, a sentence. */
    private record Place(String words, String where) { }

    private static final List<Place> PLACES = List.of(
        new Place("memory budget", "The memory budget is the setting \"" + Titles.MEMORY_BUDGET + "\" of the learner."),
        new Place("as for small data", "The setting \"Preset\" has a preset for small data."),
        new Place("-Xmx", "-Xmx is a line of knime.ini; KNIME reads it when it starts."),
        new Place(" -D", "Lines that begin with -D belong in knime.ini, below -vmargs."),
        new Place("jdk.unsupported", "KNIME brings such a Java along: take a -vm of your own out of knime.ini."),
        new Place("native code for this platform", "The extension's update site brings it along; in the dropins "
            + "folder, unzip the file for this platform and start KNIME with -clean."),
        new Place("Restart the program", "The program is KNIME: save your workflows before."));

    private Places() { }

    /** @return what a failure of the algorithms says about what the user can do, and where */
    static String[] resolutions(final AsdException e) {
        final String text = e.getMessage() + " " + String.join(" ", e.resolutions());
        return Stream.concat(e.resolutions().stream(), in(text)).toArray(String[]::new);
    }

    /** @return a warning of the algorithms with where its quantities are changed */
    static String told(final String warning) {
        return Stream.concat(Stream.of(warning), in(warning)).collect(Collectors.joining(" "));
    }

    private static Stream<String> in(final String text) {
        return PLACES.stream().filter(place -> text.contains(place.words())).map(Place::where);
    }
}
