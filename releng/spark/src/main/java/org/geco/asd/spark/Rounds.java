package org.geco.asd.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.util.LongAccumulator;
import org.geco.asd.common.AsdException;
import org.geco.asd.engine.NamedClip;

/** Spreads recordings over the cluster, round by round; what a round computed is kept whatever becomes of the next. */
final class Rounds {
    private final JavaSparkContext m_spark;
    private final int m_perTask;
    private final int m_perRound;
    private final Consumer<String> m_tell;

    /**
     * @param perTask recordings that a task works on: enough to outweigh its start, few enough to spread
     * @param perRound recordings whose results are committed together
     */
    Rounds(final JavaSparkContext spark, final int perTask, final int perRound, final Consumer<String> tell) {
        m_spark = spark;
        m_perTask = perTask;
        m_perRound = perRound;
        m_tell = tell;
    }

    /** Does what is missing. */
    void run(final Work work, final List<NamedClip> all, final Results results) throws AsdException {
        final List<NamedClip> missing = results.missing(all);
        m_tell.accept(missing.size() + " of " + all.size() + " recordings to do");
        final LongAccumulator done = m_spark.sc().longAccumulator("recordings done");
        try (Ticker ticker = new Ticker(m_tell)) {
            ticker.start(() -> "Recording " + Math.min(done.value(), missing.size()) + " of " + missing.size());
            for (int from = 0; from < missing.size(); from += m_perRound) {
                final List<NamedClip> round = missing.subList(from, Math.min(from + m_perRound, missing.size()));
                results.add(rows(work, round, done));
            }
        }
    }

    /** @return what the work gives for recordings, which is not kept */
    List<Row> once(final Work work, final List<NamedClip> recordings) {
        return rows(work, recordings, m_spark.sc().longAccumulator("recordings done")).collect();
    }

    private JavaRDD<Row> rows(final Work work, final List<NamedClip> round, final LongAccumulator done) {
        final int tasks = (round.size() + m_perTask - 1) / m_perTask;
        return m_spark.parallelize(new ArrayList<>(round), tasks).mapPartitions(recordings -> {
            final List<NamedClip> own = new ArrayList<>();
            recordings.forEachRemaining(own::add);
            final List<Row> rows = new ArrayList<>();
            work.rows(own, row -> {
                rows.add(row);
                done.add(1);
            });
            return rows.iterator();
        });
    }
}
