package org.geco.asd.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.spark.api.java.JavaSparkContext;
import org.geco.asd.common.AsdException;

/** Spreads networks over the cluster, a task each: first those that need no other ones, then those that do. */
final class NetworkRounds {
    private static final Pattern CHECKPOINT = Pattern.compile(".*\\.(\\d+)\\.checkpoint");

    private final JavaSparkContext m_spark;
    private final Networks m_networks;
    private final Consumer<String> m_tell;
    private final Consumer<String> m_warn;

    /** A network, and for how many epochs it is trained. */
    private record Aim(Networks.Network network, int epochs) { }

    /** One hears how far it is, one what should be known of the trainings. */
    NetworkRounds(final JavaSparkContext spark, final Networks networks, final Consumer<String> tell,
        final Consumer<String> warn) {
        m_spark = spark;
        m_networks = networks;
        m_tell = tell;
        m_warn = warn;
    }

    /**
     * Trains those that are missing.
     *
     * @param every epochs from one checkpoint to the next
     * @throws AsdException if a training fails; the others are finished before
     */
    void run(final int every) throws AsdException {
        final List<Aim> all = new ArrayList<>();
        final List<Networks.Network> first = new ArrayList<>();
        final List<Networks.Network> then = new ArrayList<>();
        for (final Networks.Of model : m_networks.models()) {
            final int epochs = m_networks.method(model, Optional.empty()).learner().training().epochs();
            for (final Networks.Network network : m_networks.of(model)) {
                all.add(new Aim(network, epochs));
                if (!Files.exists(m_networks.file(network))) {
                    (m_networks.needsAnother(model) ? then : first).add(network);
                }
            }
        }
        m_tell.accept(first.size() + then.size() + " of " + all.size() + " networks to train");
        try (Ticker ticker = new Ticker(m_tell)) {
            ticker.start(() -> far(all));
            train(first, every);
            train(then, every);
        }
    }

    private String far(final List<Aim> all) {
        final long done = all.stream().filter(aim -> Files.exists(m_networks.file(aim.network()))).count();
        final int epochs = all.stream().mapToInt(aim -> Files.exists(m_networks.file(aim.network())) ? aim.epochs()
            : epochs(m_networks.checkpoints(aim.network()))).sum();
        return "Network " + done + " of " + all.size() + ", epoch " + epochs + " of "
            + all.stream().mapToInt(Aim::epochs).sum();
    }

    /** @return epochs that a training has kept */
    private static int epochs(final Path checkpoints) {
        try (Stream<Path> files = Files.list(checkpoints)) {
            return files.map(file -> CHECKPOINT.matcher(file.getFileName().toString())).filter(Matcher::matches)
                .mapToInt(epoch -> Integer.parseInt(epoch.group(1))).max().orElse(0);
        } catch (final IOException e) { // NOSONAR: it has not begun
            return 0;
        }
    }

    private void train(final List<Networks.Network> networks, final int every) throws AsdException {
        if (networks.isEmpty()) {
            return;
        }
        final TrainWork work = new TrainWork(m_networks, every);
        final List<TrainWork.Result> results =
            m_spark.parallelize(networks, networks.size()).map(work::train).collect();
        final Set<String> told = new LinkedHashSet<>();
        results.forEach(result -> told.addAll(result.told()));
        told.forEach(m_warn);
        for (final TrainWork.Result result : results) {
            if (result.failureOrNull() != null) {
                throw new AsdException(result.failureOrNull(), result.resolutions().toArray(String[]::new));
            }
        }
    }
}
