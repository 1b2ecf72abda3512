package org.geco.asd.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Python reads what we write, and we read what NumPy writes. */
class NumPyTest {

    @TempDir
    private Path m_folder;

    @BeforeEach
    void needsNumPy() {
        NumPy.assumeInstalled();
    }

    @Test
    void numPyOpensAnArchiveAsItIs() throws Exception {
        final Path file = Files.write(m_folder.resolve("archive.zip"), ArchiveTest.example(70));
        assertThat(NumPy.run("""
            import numpy, sys
            with numpy.load(sys.argv[1]) as archive:
                for name in archive.files:
                    entry = archive[name]
                    if isinstance(entry, numpy.ndarray):
                        print(name, entry.dtype, entry.shape, entry.flags.c_contiguous)
                print(archive["other"])
                print(archive["weights/z last by name"].view("<i4")[0, :3].tolist())
            """, file.toString())).containsExactly("weights/z last by name float32 (7, 10) True",
                "weights/a float32 () True", "weights/empty float32 (0, 3) True", "other float32 (2,) True", "[1. 2.]",
                firstBits());
    }

    private static String firstBits() throws Exception {
        final List<Integer> bits = new ArrayList<>();
        ArchiveTest.read(ArchiveTest.example(70)).arrays("weights/z").forEach((name, array) -> {
            for (int i = 0; i < 3; i++) {
                bits.add(Float.floatToRawIntBits(array.values()[i]));
            }
        });
        return bits.toString();
    }

    @Test
    void anEntryThatWasUnpackedIsAnOrdinaryNpyFile() throws Exception {
        final Path file = Files.write(m_folder.resolve("archive.zip"), ArchiveTest.example(70));
        assertThat(NumPy.run("""
            import json, numpy, sys, zipfile
            with zipfile.ZipFile(sys.argv[1]) as archive:
                assert archive.testzip() is None
                archive.extractall(sys.argv[2])
            print(numpy.load(sys.argv[2] + "/weights/a.npy", mmap_mode="r"))
            print(json.load(open(sys.argv[2] + "/settings.json"))["content"]["name"])
            """, file.toString(), m_folder.toString())).containsExactly("-0.0", "fan");
    }

    @Test
    void anArrayThatNumPyWroteIsRead() throws Exception {
        final Path file = m_folder.resolve("a.npy");
        NumPy.run("""
            import numpy, sys
            numpy.save(sys.argv[1], numpy.arange(6, dtype="<f4").reshape(2, 3))
            """, file.toString());
        try (var in = Files.newInputStream(file)) {
            final Tensor array = Tensor.read("a", in);
            assertThat(array.shape()).containsExactly(2, 3);
            assertThat(array.values()).containsExactly(0, 1, 2, 3, 4, 5);
        }
    }
}
