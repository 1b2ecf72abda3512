package org.geco.asd.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.dataset.Dataset;
import org.geco.asd.dataset.NamingScheme;
import org.geco.asd.dataset.SoundClip;
import org.geco.asd.engine.NamedClip;

/** Which recordings there are: those of a folder, or those that a table lists. */
final class ClipList {
    private final SparkSession m_spark;

    ClipList(final SparkSession spark) {
        m_spark = spark;
    }

    /** @return the recordings below a folder of any Hadoop file system, sorted by path; no file is opened */
    List<NamedClip> folder(final String folder, final List<NamingScheme> schemes) throws AsdException {
        final Found found = found(folder, schemes);
        return found.dataset().clips().stream().map(found::named).toList();
    }

    /** The sound files of a folder: what their names tell, and what they are called where they are. */
    record Found(Dataset dataset, Map<Path, String> names) {
        NamedClip named(final SoundClip clip) {
            return new NamedClip(names.get(clip.path()), clip.machine().type(), clip.machine().id());
        }
    }

    /** @return the sound files below a folder */
    Found found(final String folder, final List<NamingScheme> schemes) throws AsdException {
        final org.apache.hadoop.fs.Path root = new org.apache.hadoop.fs.Path(folder);
        final Map<Path, String> files = new LinkedHashMap<>();
        try {
            final FileSystem system = root.getFileSystem(m_spark.sparkContext().hadoopConfiguration());
            final boolean local = "file".equals(system.getUri().getScheme());
            for (final org.apache.hadoop.fs.Path file : local ? local(system, root) : listed(system, root)) {
                if (Dataset.isSoundFile(file.getName())) {
                    final String plain = file.toUri().getPath();
                    files.put(Path.of(plain), local ? plain : file.toString());
                }
            }
        } catch (final FileNotFoundException e) {
            throw new AsdException("The folder '" + folder + "' does not exist.", e, "Check its name.");
        } catch (final IOException e) {
            throw new AsdException("The folder '" + folder + "' cannot be read: " + e.getMessage(), e,
                "Check its name, and that the cluster may read it.");
        }
        Checks.require(!files.isEmpty(), "The folder '" + folder + "' holds no sound files that can be read.",
            "Name the one that holds the recordings.");
        return new Found(Dataset.of(List.copyOf(files.keySet()), schemes), files);
    }

    /** Folder by folder: what lists all at once asks a program for each local file's owner, some 10 ms a file. */
    private static List<org.apache.hadoop.fs.Path> local(final FileSystem system,
        final org.apache.hadoop.fs.Path folder) throws IOException {
        final List<org.apache.hadoop.fs.Path> files = new ArrayList<>();
        for (final FileStatus status : system.listStatus(folder)) {
            if (status.isDirectory()) {
                files.addAll(local(system, status.getPath()));
            } else {
                files.add(status.getPath());
            }
        }
        return files;
    }

    /** All at once, as object stores can. */
    private static List<org.apache.hadoop.fs.Path> listed(final FileSystem system,
        final org.apache.hadoop.fs.Path folder) throws IOException {
        final List<org.apache.hadoop.fs.Path> files = new ArrayList<>();
        final RemoteIterator<LocatedFileStatus> all = system.listFiles(folder, true);
        while (all.hasNext()) {
            files.add(all.next().getPath());
        }
        return files;
    }

    /**
     * @param isOfMachine whether each has to have its machine; empty if it is not told
     * @return the recordings that a CSV or Parquet table of any Hadoop file system lists, in its order
     */
    List<NamedClip> table(final String table, final boolean isOfMachine) throws AsdException {
        final List<NamedClip> entries = new ArrayList<>();
        for (final Row row : rows(table)) {
            Checks.require(isOfMachine ? !row.anyNull() : !row.isNullAt(0), "A row of the list '" + table
                + "' lacks its path or its machine: " + row + ".", "Complete it, or remove it.");
            entries.add(named(row));
        }
        return entries;
    }

    /** @return the recording that a row of a list or of results begins with; its machine is empty if it is not told */
    static NamedClip named(final Row row) {
        return new NamedClip(row.getString(0), text(row, 1), text(row, 2));
    }

    /** @return the path, machine type and ID in each row of a list */
    List<Row> rows(final String table) throws AsdException {
        final org.apache.spark.sql.Dataset<Row> rows = table.endsWith(".parquet") ? m_spark.read().parquet(table)
            : m_spark.read().option("header", "true").option("escape", "\"").option("multiLine", "true").csv(table);
        for (final String column : List.of(Work.PATH, Work.TYPE, Work.ID)) {
            Checks.require(Arrays.asList(rows.columns()).contains(column), "The list '" + table
                + "' has no column \"" + column + "\"; it has: " + String.join(", ", rows.columns()) + ".",
                "Write it with the columns " + Work.PATH + ", " + Work.TYPE + " and " + Work.ID + ".");
        }
        return rows.select(Work.PATH, Work.TYPE, Work.ID).collectAsList();
    }

    private static String text(final Row row, final int column) {
        return row.isNullAt(column) ? "" : row.getString(column);
    }
}
