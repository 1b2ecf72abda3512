package org.geco.asd.bench.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.geco.asd.common.AsdException;

/**
 * Methods × seeds × sets. Arguments: folder of the results, sets and methods (separated by commas, empty for the usual
 * ones, {@code tables} for those of the paper's tables), number of seeds, and a Markdown file whose tables are
 * replaced, or nothing. What is in the folder already is not computed again.
 */
public final class QualityRun {
    /** The rows of the paper's tables, instead of methods. */
    private static final String TABLES = "tables";

    private QualityRun() {
    }

    /**
     * @param args folder, sets, methods, seeds, maybe a file
     * @throws IOException if a file cannot be read or written
     */
    public static void main(final String[] args) throws IOException {
        try {
            run(Path.of(args[0]), List.of(args[1].split(",")), args[2],
                LongStream.range(0, Long.parseLong(args[3])).boxed().toList(),
                args.length > 4 ? Stream.of(Path.of(args[4])).toList() : List.of());
            System.exit(0);
        } catch (final AsdException e) {
            System.err.println(e.oneLine());
            System.exit(2);
        }
    }

    private static List<String> methods(final String names) {
        if (TABLES.equals(names)) {
            return Methods.TABLES;
        }
        final List<String> methods = new ArrayList<>(names.isEmpty() ? Methods.USUAL : List.of(names.split(",")));
        if (!methods.contains(Methods.BASE)) {
            methods.add(0, Methods.BASE);
        }
        return methods;
    }

    private static void run(final Path folder, final List<String> sets, final String wanted, final List<Long> seeds,
        final List<Path> documents) throws AsdException, IOException {
        final List<String> methods = methods(wanted);
        final boolean isOfTables = TABLES.equals(wanted);
        final List<String> bases = isOfTables ? List.of(Methods.BASE, Methods.RAMP) : List.of(Methods.BASE);
        final Results results = new Results(folder, new Methods());
        for (final String name : sets) {
            final QualitySet set = Sets.open(name);
            for (final long seed : seeds) {
                final Fold fold = Fold.of(set, seed);
                for (final String method : methods) {
                    results.of(fold, method);
                }
            }
            final String table = new Table(Comparison.read(results, set.name(), methods, seeds), bases).markdown();
            System.out.println("\n" + set.name() + "\n\n" + table);
            for (final Path document : documents) {
                Files.writeString(document, replaced(Files.readString(document),
                    set.name() + (isOfTables ? " " + TABLES : ""), table));
            }
        }
    }

    /** A table goes between {@code <!-- quality SET -->} and {@code <!-- end -->}. */
    private static String replaced(final String text, final String set, final String table) throws AsdException {
        final Matcher place =
            Pattern.compile("(<!-- quality " + Pattern.quote(set) + " -->\n).*?(<!-- end -->)", Pattern.DOTALL)
                .matcher(text);
        if (!place.find()) {
            throw new AsdException("The document has no place for the table of " + set + ".",
                "Add the lines <!-- quality " + set + " --> and <!-- end --> to it.");
        }
        return text.substring(0, place.end(1)) + "\n" + table + "\n" + text.substring(place.start(2));
    }
}
