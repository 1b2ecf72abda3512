package org.geco.asd.nodes.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

import org.geco.asd.cluster.ClusterTrainer;
import org.geco.asd.cluster.TrainingReport;
import org.geco.asd.detect.Model;
import org.geco.asd.files.WholeFile;

/** A script in the place of spark-submit, with results that are known; it keeps the files that the job was given. */
public final class FakeSpark {
    private final Path m_folder;

    /**
     * @param folder where it is installed
     * @param results the name of the file with the results
     * @param lines what is in it
     */
    public FakeSpark(final Path folder, final String results, final List<String> lines) throws IOException {
        this(folder, """
            while [ "$1" != --out ]; do shift; done
            out="${2#file:}"
            mkdir -p "$out" && cp "$SPARK_HOME/bin/%s" "$out" && cp "$out"/../*.* "$SPARK_HOME"
            """.formatted(results));
        Files.write(folder.resolve("spark/bin").resolve(results), lines);
    }

    private FakeSpark(final Path folder, final String script) throws IOException {
        m_folder = folder;
        final Path bin = Files.createDirectories(folder.resolve("spark/bin"));
        Files.writeString(bin.resolve("spark-submit"), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(bin.resolve("spark-submit"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(folder.resolve("job/geco-engine"));
        Files.createFile(folder.resolve("job/geco-spark.jar"));
    }

    /** @return one that has trained this model and says this of it */
    public static FakeSpark trained(final Path folder, final Model model, final TrainingReport report)
        throws IOException {
        final FakeSpark spark = new FakeSpark(folder, """
            while [ "$1" != --training ]; do shift; done
            echo "Network 0 of 2, epoch 2 of 4"
            cp -r "${2#file:}" "$SPARK_HOME/given" && cp "$SPARK_HOME"/bin/trained.* "${2#file:}"
            """);
        final Path bin = folder.resolve("spark/bin");
        WholeFile.write(bin.resolve(ClusterTrainer.MODEL), model::write);
        report.write(bin.resolve(ClusterTrainer.REPORT));
        return spark;
    }

    /** @return the folder that the job was given */
    public Path given() {
        return m_folder.resolve("spark/given");
    }

    /** @return the settings of a node that uses it */
    public PlaceParameters place() {
        final PlaceParameters place = new PlaceParameters();
        place.m_runOn = PlaceParameters.RunOn.SPARK;
        place.m_shared = m_folder.resolve("shared").toString();
        place.m_home = Optional.of(m_folder.resolve("spark").toString());
        place.m_jar = Optional.of(m_folder.resolve("job/geco-spark.jar").toString());
        return place;
    }

    /** @return the text of a file that the job was given */
    public String given(final String name) throws IOException {
        return Files.readString(m_folder.resolve("spark").resolve(name));
    }
}
