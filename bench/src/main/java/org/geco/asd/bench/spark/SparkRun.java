package org.geco.asd.bench.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.geco.asd.cluster.SparkHome;
import org.geco.asd.common.AsdException;

/**
 * Measures numbers of recordings × workers, and tells what larger clusters would take. Arguments: Spark's folder, the
 * job's jar, the engine's folder, a folder for links and results, the detector, recordings that it knows, numbers of
 * recordings and of workers (separated by spaces; of recordings two at least), bytes a second of the storage.
 */
public final class SparkRun {
    private static final int[] CLUSTERS = {10, 100};
    private static final int[] PLANTS = {10_000, 100_000, 1_000_000, 10_000_000};

    private final Jobs m_jobs;
    private final LinkedClips m_clips;
    private final List<Integer> m_numbers;

    private SparkRun(final Jobs jobs, final LinkedClips clips, final List<Integer> numbers) {
        m_jobs = jobs;
        m_clips = clips;
        m_numbers = numbers;
    }

    /** A straight line through what was measured: seconds of the start, and of each recording. */
    private record Line(double start, double each) {
        static Line of(final int few, final double fewSeconds, final int many, final double manySeconds) {
            final double each = (manySeconds - fewSeconds) / (many - few);
            return new Line(fewSeconds - few * each, each);
        }
    }

    /** Runs all. */
    public static void main(final String[] args) throws IOException, InterruptedException {
        try {
            final Path folder = Path.of(args[3]);
            final LinkedClips clips = new LinkedClips(Path.of(args[5]), folder);
            new SparkRun(new Jobs(SparkHome.of(Path.of(args[0]).toAbsolutePath()), Path.of(args[1]).toAbsolutePath(),
                Path.of(args[2]).toAbsolutePath(), Path.of(args[4]), folder), clips, numbers(args[6]))
                .run(numbers(args[7]), Double.parseDouble(args[8]));
        } catch (final AsdException e) {
            System.err.println(e.oneLine());
            System.exit(2);
        }
    }

    private static List<Integer> numbers(final String text) {
        return Stream.of(text.split(" ", -1)).map(Integer::valueOf).toList();
    }

    private void run(final List<Integer> workers, final double storage) throws IOException, InterruptedException {
        final List<Path> folders = new ArrayList<>();
        for (final int number : m_numbers) {
            folders.add(m_clips.of(number));
        }
        System.out.println("| | recordings | seconds | CPU seconds | recordings/s | resident, MB, at tenths |");
        System.out.println("|---|---|---|---|---|---|");
        final List<Double> alone = new ArrayList<>();
        for (int i = 0; i < folders.size(); i++) {
            alone.add(told("one process", m_numbers.get(i), m_jobs.one(folders.get(i))));
        }
        final List<Line> lines = new ArrayList<>();
        Line driver = null;
        for (final int count : workers) {
            final List<Double> seconds = new ArrayList<>();
            final List<Double> again = new ArrayList<>();
            for (int i = 0; i < folders.size(); i++) {
                final Path results = m_jobs.folder().resolve("results-" + count + "-" + i);
                seconds.add(told(count + " workers", m_numbers.get(i), m_jobs.workers(count, folders.get(i), results)));
                if (driver == null) {
                    again.add(told("nothing to do", m_numbers.get(i),
                        m_jobs.workers(count, folders.get(i), results)));
                }
            }
            lines.add(line(seconds));
            driver = driver == null ? line(again) : driver;
        }
        tell(workers, line(alone), lines, driver.each(), storage);
    }

    private static double told(final String what, final int number, final Watched run) {
        System.out.printf(Locale.ROOT, "| %s | %d | %.1f | %.1f | %.1f | %s |%n", what, number, run.seconds(),
            run.cpu(), number / run.seconds(), String.join(", ", run.memory()));
        return run.seconds();
    }

    /** The line through the last two points, which the start matters least to. */
    private Line line(final List<Double> seconds) {
        final int last = m_numbers.size() - 1;
        return Line.of(m_numbers.get(last - 1), seconds.get(last - 1), m_numbers.get(last), seconds.get(last));
    }

    private void tell(final List<Integer> workers, final Line alone, final List<Line> lines, final double driver,
        final double storage) throws IOException {
        System.out.println("\n| | start, s | recordings/s beyond the start | of one process |\n|---|---|---|---|");
        System.out.printf(Locale.ROOT, "| one process | %.1f | %.1f | |%n", alone.start(), 1 / alone.each());
        for (int i = 0; i < lines.size(); i++) {
            System.out.printf(Locale.ROOT, "| %d workers | %.1f | %.1f | %.2f |%n", workers.get(i),
                lines.get(i).start(), 1 / lines.get(i).each(), alone.each() / lines.get(i).each());
        }
        final Line first = lines.get(0);
        final Model model = new Model(first.start(), driver, first.each() * workers.get(0), m_clips.bytes(), storage);
        System.out.println("\nModel: " + model);
        System.out.println("\n| recordings | one process | 10 workers | 100 workers |\n|---|---|---|---|");
        for (final int plant : PLANTS) {
            System.out.printf(Locale.ROOT, "| %,d | %.2f h | %.2f h | %.2f h |%n", plant,
                (alone.start() + plant * alone.each()) / 3600, model.seconds(plant, CLUSTERS[0]) / 3600,
                model.seconds(plant, CLUSTERS[1]) / 3600);
        }
        for (final int cluster : CLUSTERS) {
            System.out.printf(Locale.ROOT, "%d workers pay from %,.0f recordings on%n", cluster,
                model.paysFrom(cluster, alone.start(), alone.each()));
        }
    }
}
