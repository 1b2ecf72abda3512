package org.geco.asd.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;

/** The libraries' bundle, the native fragment and the zip of all three. */
class LibraryBundlesIT {

    private static final String PLATFORM = System.getProperty("osgi.os") + "." + System.getProperty("osgi.arch");

    @Test
    void everyNestedLibraryIsOnTheClassPathOfItsBundle() {
        for (final var bundle : List.of(BuiltBundle.libraries(), BuiltBundle.natives())) {
            final var classPath = Stream.of(bundle.header("Bundle-ClassPath").split(",")).map(String::strip).toList();
            final var nested = bundle.files().stream().filter(f -> f.endsWith(".jar")).toList();
            assertThat(classPath).as("%s", bundle.file().getFileName()).containsExactlyInAnyOrderElementsOf(nested);
        }
    }

    @Test
    void librariesAreInvisibleToEverybodyElsesImports() {
        assertThat(BuiltBundle.libraries().header("Export-Package")).endsWith("mandatory:=\"private.to\"");
    }

    @Test
    void librariesListTheirLicences() {
        assertThat(new String(BuiltBundle.libraries().read("META-INF/THIRD-PARTY.txt"), UTF_8))
            .contains("nd4j-api", "TarsosDSP").doesNotContain("Unknown license");
    }

    @Test
    void librariesHaveNoNativeCode() throws IOException {
        assertThat(nativeCode(BuiltBundle.libraries())).isEmpty();
    }

    @Test
    void fragmentHoldsTheNativeCodeOfThisPlatformOnly() throws IOException {
        final var natives = BuiltBundle.natives();
        assertThat(natives.header("Eclipse-PlatformFilter"))
            .contains("osgi.os=" + System.getProperty("osgi.os"), "osgi.arch=" + System.getProperty("osgi.arch"));
        assertThat(natives.header("Fragment-Host")).startsWith("org.geco.asd.dl4j;");
        final var code = nativeCode(natives);
        assertThat(code).anyMatch(f -> f.contains("nd4jcpu")).anyMatch(f -> f.contains("openblas"));
        final var system = System.getProperty("osgi.os").replace("win32", "windows");
        assertThat(code).allMatch(f -> f.contains(system), "for this system");
    }

    private static List<String> nativeCode(final BuiltBundle bundle) throws IOException {
        final var found = new ArrayList<String>();
        for (final var jar : bundle.files().stream().filter(f -> f.endsWith(".jar")).toList()) {
            try (var in = new ZipInputStream(new ByteArrayInputStream(bundle.read(jar)))) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    if (entry.getName().matches(".*\\.(so|so\\.\\d+|dll|dylib)")) {
                        found.add(entry.getName());
                    }
                }
            }
        }
        return found;
    }

    @Test
    void dropinsZipHoldsTheThreeBundles() {
        final var files = BuiltBundle.dropins().files();
        final var plugins = "geco-for-knime/plugins/";
        assertThat(files.stream().filter(f -> f.startsWith(plugins)).map(f -> f.split("/")[2]).distinct().toList())
            .hasSize(3)
            .anyMatch(f -> f.matches("org\\.geco\\.asd_\\d+\\.\\d+\\.\\d+\\.v\\d{12}\\.jar"))
            .anyMatch(f -> f.matches("org\\.geco\\.asd\\.dl4j_1\\.\\d+\\.\\d+\\.jar"))
            .anyMatch(f -> f.matches("org\\.geco\\.asd\\.nd4j\\." + PLATFORM + "_1\\.\\d+\\.\\d+"));
    }
}
