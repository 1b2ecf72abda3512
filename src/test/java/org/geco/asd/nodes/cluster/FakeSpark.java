package org.geco.asd.nodes.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/** A script in the place of spark-submit, with results that are known; it keeps the files that the job was given. */
public final class FakeSpark {
    private final Path m_folder;

    /**
     * @param folder where it is installed
     * @param results the name of the file with the results
     * @param lines what is in it
     */
    public FakeSpark(final Path folder, final String results, final List<String> lines) throws IOException {
        m_folder = folder;
        final Path bin = Files.createDirectories(folder.resolve("spark/bin"));
        Files.write(bin.resolve(results), lines);
        Files.writeString(bin.resolve("spark-submit"), """
            #!/bin/sh
            while [ "$1" != --out ]; do shift; done
            out="${2#file:}"
            mkdir -p "$out" && cp "$SPARK_HOME/bin/%s" "$out" && cp "$out"/../*.* "$SPARK_HOME"
            """.formatted(results));
        Files.setPosixFilePermissions(bin.resolve("spark-submit"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(folder.resolve("job/geco-engine"));
        Files.createFile(folder.resolve("job/geco-spark.jar"));
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
