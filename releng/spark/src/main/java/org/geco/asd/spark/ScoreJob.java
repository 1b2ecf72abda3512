package org.geco.asd.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.apache.spark.sql.Row;
import org.geco.asd.common.AsdException;
import org.geco.asd.detector.Detector;
import org.geco.asd.engine.Judged;
import org.geco.asd.engine.JudgedCsv;
import org.geco.asd.engine.NamedClip;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Judges recordings with a detector. */
@Command(name = "score", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Judges recordings with a detector: OUT/results (Parquet) and OUT/scores.csv.")
final class ScoreJob implements Callable<Integer> {
    @Option(names = "--detector", required = true, paramLabel = "FILE",
        description = "A file that the node Detector Writer or the workflow \"train\" wrote.")
    private String m_detector;

    @Mixin
    private JobOptions m_options = new JobOptions();

    @Override
    public Integer call() throws AsdException {
        final byte[] file = m_options.read(m_detector);
        final Detector detector = JobOptions.detector(m_detector, file);
        final Work work = new ScoreWork(JobOptions.spark().broadcast(file), detector.scores(),
            m_options.cut());
        final List<NamedClip> clips = m_options.clips();
        final Results results = m_options.run(work, clips);
        results.file("scores.csv", clips, (rows, writer) -> {
            writer.write(JudgedCsv.header(detector.scores()));
            while (rows.hasNext()) {
                writer.write(JudgedCsv.line(judged(rows, detector.scores().size())));
            }
        });
        return 0;
    }

    private static Judged judged(final Iterator<Row> rows, final int scores) {
        final Row row = rows.next();
        int column = 0;
        final String path = row.getString(column++);
        final String type = row.getString(column++);
        final String id = row.getString(column++);
        final List<Optional<Double>> each = new ArrayList<>();
        for (int i = 0; i < scores; i++) {
            each.add(Optional.ofNullable(row.getAs(column++)));
        }
        return new Judged(new NamedClip(path, type, id), each, Optional.ofNullable(row.getAs(column++)),
            Optional.ofNullable(row.getAs(column++)), Optional.ofNullable(row.getAs(column++)),
            Optional.ofNullable(row.getAs(column)));
    }
}
