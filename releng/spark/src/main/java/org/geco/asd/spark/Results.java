package org.geco.asd.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.regexp_replace;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.geco.asd.audio.Section;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.engine.NamedClip;

/**
 * The folder with the results of one kind of work: {@code results}, Parquet files that are added round by round by
 * Spark's commit protocol, and {@code job.txt}, which tells what they are results of.
 */
final class Results {
    private static final String JOB = "job.txt";
    private static final String TABLE = "results";

    /** Columns of a result's place in the order. */
    private static final String RECORDING = "recording";
    private static final String BETWEEN = "\n";
    private static final String NUMBER = "number";
    private static final String START = "start";
    private static final String SECTION = "#t=([0-9.]+),[0-9.]+$";

    private final SparkSession m_spark;
    private final Path m_folder;
    private final Work m_work;

    private Results(final SparkSession spark, final Path folder, final Work work) {
        m_spark = spark;
        m_folder = folder;
        m_work = work;
    }

    /** Opens the folder, or makes it; an AsdException if it has results of something else. */
    static Results open(final SparkSession spark, final String folder, final Work work) throws AsdException {
        final Results results = new Results(spark, new Path(folder), work);
        try {
            final FileSystem system = results.system();
            final Path job = new Path(results.m_folder, JOB);
            if (system.exists(job)) {
                try (var in = system.open(job)) {
                    final String before = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    Checks.require(before.equals(work.fingerprint()), "The folder '" + folder
                        + "' has results of other work: " + before + ".", "Choose another folder for these results.");
                }
            } else {
                results.write(JOB, writer -> writer.write(work.fingerprint()));
            }
            return results;
        } catch (final IOException e) {
            throw unusable(folder, e);
        }
    }

    private static AsdException unusable(final String folder, final IOException e) {
        return new AsdException("The folder '" + folder + "' cannot be used for results: " + e.getMessage(), e,
            "Check that the cluster may write there, and that there is room.");
    }

    private FileSystem system() throws IOException {
        return m_folder.getFileSystem(m_spark.sparkContext().hadoopConfiguration());
    }

    /** What writes a file's content. */
    interface Content {
        void write(Writer writer) throws IOException;
    }

    private void write(final String name, final Content content) throws IOException {
        final Path part = new Path(m_folder, name + ".part");
        final Path whole = new Path(m_folder, name);
        try (Writer writer = new OutputStreamWriter(system().create(part, true), StandardCharsets.UTF_8)) {
            content.write(writer);
        }
        system().delete(whole, false);
        if (!system().rename(part, whole)) {
            throw new IOException("'" + part + "' cannot be renamed");
        }
    }

    private boolean isEmpty() throws IOException {
        final Path table = new Path(m_folder, TABLE);
        return !system().exists(table) || system().globStatus(new Path(table, "*.parquet")).length == 0;
    }

    private Dataset<Row> table() {
        return m_spark.read().schema(m_work.columns()).parquet(new Path(m_folder, TABLE).toString());
    }

    /** @return the recordings that have no result yet, each once, in their order */
    List<NamedClip> missing(final List<NamedClip> all) throws AsdException {
        final Set<NamedClip> missing = new LinkedHashSet<>(all);
        try {
            if (!isEmpty()) {
                final Iterator<Row> rows = table().select(Work.PATH, Work.TYPE, Work.ID).toLocalIterator();
                while (rows.hasNext()) {
                    final NamedClip done = ClipList.named(rows.next());
                    missing.remove(done);
                    // a round has all clips of a recording, or none
                    missing.remove(new NamedClip(Section.path(done.path()), done.type(), done.id()));
                }
            }
        } catch (final IOException e) {
            throw unusable(m_folder.toString(), e);
        }
        return List.copyOf(missing);
    }

    /** Adds a round's results: all of them or none. */
    void add(final JavaRDD<Row> rows) {
        m_spark.createDataFrame(rows, m_work.columns()).write().mode(SaveMode.Append)
            .parquet(new Path(m_folder, TABLE).toString());
    }

    /** Writes the results of these recordings as one file, in their order. */
    void file(final String name, final List<NamedClip> order, final RowsToText text) throws AsdException {
        try {
            if (!isEmpty()) {
                write(name, writer -> text.write(rows(order), writer));
            }
        } catch (final IOException e) {
            throw unusable(m_folder.toString(), e);
        }
    }

    /** @return the results of these recordings, in their order */
    Iterator<Row> rows(final List<NamedClip> order) {
        return table().withColumn(RECORDING, recording(order)).withColumn(START, start())
            .join(numbered(order), RECORDING).orderBy(NUMBER, START).drop(RECORDING, START, NUMBER).toLocalIterator();
    }

    /** What makes a file of rows. */
    interface RowsToText {
        void write(Iterator<Row> rows, Writer to) throws IOException;
    }

    /** What a result's recording is called in the list: without the section, unless the list has sections. */
    private static Column recording(final List<NamedClip> order) {
        final Column path = order.stream().allMatch(clip -> Section.path(clip.path()).equals(clip.path()))
            ? regexp_replace(col(Work.PATH), SECTION, "") : col(Work.PATH);
        return concat_ws(BETWEEN, path, col(Work.TYPE), col(Work.ID));
    }

    private static Column start() {
        return regexp_extract(col(Work.PATH), SECTION, 1).cast(DataTypes.DoubleType);
    }

    private Dataset<Row> numbered(final List<NamedClip> order) {
        final List<Row> rows = new ArrayList<>();
        for (final NamedClip entry : order) {
            rows.add(RowFactory.create(String.join(BETWEEN, entry.path(), entry.type(), entry.id()),
                (long)rows.size()));
        }
        return m_spark.createDataFrame(rows,
            new StructType().add(RECORDING, DataTypes.StringType).add(NUMBER, DataTypes.LongType));
    }
}
