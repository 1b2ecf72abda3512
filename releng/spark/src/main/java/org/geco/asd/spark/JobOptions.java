package org.geco.asd.spark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;

import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.dataset.Split;
import org.geco.asd.detector.Detector;
import org.geco.asd.engine.CutOptions;
import org.geco.asd.engine.NamedClip;
import org.geco.asd.engine.Names;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What all jobs are told: which recordings, where results go, how they are spread. */
final class JobOptions {
    @Option(names = "--clips", required = true, paramLabel = "FOLDER or TABLE", description = "The folder of"
        + " recordings, or a CSV or Parquet table with the columns Path, Machine type, Machine ID; of any Hadoop file"
        + " system, and reachable under this name by each worker.")
    private String m_clips;

    @Option(names = "--out", required = true, paramLabel = "FOLDER",
        description = "Where results go. What is there already is not computed again.")
    private String m_out;

    @Option(names = "--names", paramLabel = "SCHEME", defaultValue = Names.AUTOMATIC, description = Names.DESCRIPTION)
    private String m_names;

    @Mixin
    private CutOptions m_cut = new CutOptions();

    @Option(names = "--per-task", paramLabel = "N", defaultValue = "100",
        description = "Recordings that a task works on (${DEFAULT-VALUE}).")
    private int m_perTask;

    @Option(names = "--per-round", paramLabel = "N", defaultValue = "50000",
        description = "Recordings whose results are committed together (${DEFAULT-VALUE}).")
    private int m_perRound;

    @Spec(Target.MIXEE)
    private CommandSpec m_spec;

    private static SparkSession session() {
        return SparkSession.builder().getOrCreate();
    }

    static JavaSparkContext spark() {
        return JavaSparkContext.fromSparkContext(session().sparkContext());
    }

    /** @return the detector in the content of a file, which messages name */
    static Detector detector(final String file, final byte[] content) throws AsdException {
        try {
            return Detector.read(new ByteArrayInputStream(content));
        } catch (final AsdException e) {
            throw new AsdException("'" + file + "': " + e.getMessage(), e, e.resolutions().toArray(String[]::new));
        } catch (final IOException e) {
            throw unreadable(file, e);
        }
    }

    private static AsdException unreadable(final String file, final IOException e) {
        return new AsdException("The file '" + file + "' cannot be read: " + e.getMessage(), e,
            "Check its name, and that you may read it.");
    }

    /** @return the content of a file of any Hadoop file system */
    byte[] read(final String file) throws AsdException {
        final Path path = new Path(file);
        try (var in = path.getFileSystem(session().sparkContext().hadoopConfiguration()).open(path)) {
            return in.readAllBytes();
        } catch (final IOException e) {
            throw unreadable(file, e);
        }
    }

    /** @return the recordings in their order, each of a machine */
    List<NamedClip> clips() throws AsdException {
        return clips(true);
    }

    /** @return the recordings in their order; a list need not tell their machines */
    List<NamedClip> sounds() throws AsdException {
        return clips(false);
    }

    private List<NamedClip> clips(final boolean isOfMachine) throws AsdException {
        final ClipList list = new ClipList(session());
        return isTable() ? list.table(m_clips, isOfMachine)
            : list.folder(m_clips, Names.schemes(m_names));
    }

    /** @return normal recordings to learn from, each once, in their order; what is left out is told */
    List<NamedClip> normalClips() throws AsdException {
        final NormalClips list = new NormalClips(new ClipList(session()), this::tell);
        return (isTable() ? list.table(m_clips) : list.folder(m_clips, Names.schemes(m_names, Split.TRAIN))).stream()
            .distinct().toList();
    }

    private boolean isTable() {
        return m_clips.endsWith(".csv") || m_clips.endsWith(".parquet");
    }

    /** @return where results go, which must be a folder of a mounted disk */
    java.nio.file.Path mounted() throws AsdException {
        return mounted("--out", m_out);
    }

    /** @return the folder that an option names, which must be one of a mounted disk */
    static java.nio.file.Path mounted(final String option, final String folder) throws AsdException {
        final URI uri = new Path(folder).toUri();
        Checks.require(uri.getScheme() == null || "file".equals(uri.getScheme()), "Trainings keep their checkpoints "
            + "in the folder of " + option + ", and '" + folder + "' is on no mounted disk.",
            "Name a folder that the driver and each worker have mounted under the same path.");
        return java.nio.file.Path.of(uri.getPath()).toAbsolutePath().normalize();
    }

    /** @return how recordings are cut */
    Cut cut() throws AsdException {
        return new Cut(m_cut.cutting().orElse(null));
    }

    /** Does the work, as far as it is not done. */
    Results run(final Work work, final List<NamedClip> clips) throws AsdException {
        return run(work, clips, m_out);
    }

    /** The same with results in a folder of its own. */
    Results run(final Work work, final List<NamedClip> clips, final String folder) throws AsdException {
        Checks.range(m_perTask >= 1, "--per-task", m_perTask, "1 or more");
        Checks.range(m_perRound >= 1, "--per-round", m_perRound, "1 or more");
        final Results results = Results.open(session(), folder, work);
        rounds().run(work, clips, results);
        return results;
    }

    /** @return what the work gives for recordings, which is not kept */
    List<Row> once(final Work work, final List<NamedClip> clips) {
        return rounds().once(work, clips);
    }

    private Rounds rounds() {
        return new Rounds(spark(), m_perTask, m_perRound, this::tell);
    }

    void tell(final String text) {
        m_spec.commandLine().getErr().println(text);
    }
}
