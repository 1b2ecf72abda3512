package org.geco.asd.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Installs our feature from the built update site with p2, as KNIME does. */
class UpdateSiteIT {

    private static final Path SITE = Path.of(System.getProperty("geco.site", "missing"));

    private static final String FEATURE = "org.geco.asd.feature.feature.group";

    private static final Pattern FRAGMENT =
        Pattern.compile("org\\.geco\\.asd\\.nd4j\\.([a-z0-9]+)\\.([a-z0-9_]+)_1\\..*");

    @TempDir
    private Path m_work;

    /** The platforms of this build: one, or all four under -Pall-platforms. */
    static List<String> platforms() throws IOException {
        return names(SITE.resolve("plugins")).stream().map(FRAGMENT::matcher).filter(m -> m.matches())
            .map(m -> m.group(1) + "/" + m.group(2)).toList();
    }

    /** The file that users are given. */
    private static URI zip() throws IOException {
        final var target = SITE.toAbsolutePath().normalize().getParent();
        final var name = names(target).stream().filter(n -> n.endsWith("-update-site.zip")).findFirst().orElseThrow();
        return URI.create("jar:" + target.resolve(name).toUri() + "!/");
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void installsTheNodesAndThePlatformsOwnNativeCode(final String platform) throws Exception {
        final var os = platform.split("/")[0];
        final var arch = platform.split("/")[1];
        final var destination = m_work.resolve(os + "-" + arch);

        final var outcome = new P2(m_work).install(FEATURE, zip(), knime("5.8.2"), destination, os, arch);

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(names(destination.resolve("plugins"))).filteredOn(n -> n.startsWith("org.geco.")).hasSize(3)
            .anySatisfy(n -> assertThat(destination.resolve("plugins").resolve(n).resolve("views/scorer.html"))
                .as("KNIME reads a view's page as a file").isRegularFile())
            .anyMatch(n -> n.matches("org\\.geco\\.asd\\.dl4j_.*\\.jar"))
            .anyMatch(n -> n.startsWith("org.geco.asd.nd4j." + os + "." + arch + "_") && !n.endsWith(".jar"));
        assertThat(names(destination.resolve("features"))).anyMatch(n -> n.startsWith("org.geco.asd.feature_"));
    }

    /** The default build has this platform's native code only: that of the others is stood in for. */
    @ParameterizedTest
    @CsvSource({"win32, x86_64", "macosx, aarch64"})
    void picksTheFragmentOfThePlatformAndNoOther(final String os, final String arch) throws Exception {
        final var p2 = new P2(m_work);
        final var destination = m_work.resolve("picked");

        final var outcome =
            p2.install(FEATURE, StandInSite.of(SITE, p2).toUri(), knime("5.8.2"), destination, os, arch);

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(names(destination.resolve("plugins"))).filteredOn(n -> n.startsWith("org.geco.asd.nd4j"))
            .singleElement().asString().startsWith("org.geco.asd.nd4j." + os + "." + arch + "_");
    }

    @Test
    void theFeatureHoldsTheLicences() throws Exception {
        final var name = names(SITE.resolve("features")).stream().filter(n -> n.startsWith("org.geco.asd.feature_"))
            .findFirst().orElseThrow();
        final var feature = new BuiltBundle(SITE.resolve("features").resolve(name));
        assertThat(feature.files()).contains("LICENSE", "NOTICE", "THIRD-PARTY.txt");
        assertThat(new String(feature.read("THIRD-PARTY.txt"), UTF_8)).contains("nd4j-api", "JavaCPP", "TarsosDSP");
    }

    @Test
    void theFeatureForGpusBringsTheOtherAlong() throws Exception {
        assumeTrue(!System.getProperty("geco.cuda", "").isEmpty(), "Only with -Pcuda");
        final var os = System.getProperty("osgi.os");
        final var arch = System.getProperty("osgi.arch");
        final var destination = m_work.resolve("cuda");

        final var outcome = new P2(m_work).install("org.geco.asd.cuda.feature.feature.group", zip(),
            knime("5.8.2"), destination, os, arch);

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(names(destination.resolve("plugins"))).filteredOn(n -> n.startsWith("org.geco.")).hasSize(4)
            .anySatisfy(n -> assertThat(destination.resolve("plugins").resolve(n).resolve("views/scorer.html"))
                .as("KNIME reads a view's page as a file").isRegularFile())
            .anyMatch(n -> n.startsWith("org.geco.asd.nd4j.cuda." + os + "." + arch + "_") && !n.endsWith(".jar"));
    }

    @Test
    void refusesAKnimeThatIsTooOld() throws Exception {
        final var outcome = new P2(m_work).install(FEATURE, zip(), knime("5.7.3"), m_work.resolve("old"),
            System.getProperty("osgi.os"), System.getProperty("osgi.arch"));

        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.output()).contains("org.knime.core");
    }

    /** A repository with what a KNIME of that version has, as far as our bundles ask for it; nothing comes with it. */
    private Path knime(final String version) throws IOException {
        final var folder = Files.createDirectories(m_work.resolve("knime"));
        final var units = unit("org.knime.core", version, provided("osgi.bundle", "org.knime.core", version))
            + unit("org.knime.core.ui", version, provided("osgi.bundle", "org.knime.core.ui", version))
            + unit("slf4j.api", "2.0.12", provided("java.package", "org.slf4j", "2.0.12"))
            + unit("a.jre.javase", "17.0.0", provided("osgi.ee", "JavaSE", "17.0.0"), jdk("javax.imageio"),
                jdk("javax.sound.sampled"), jdk("javax.swing"));
        Files.writeString(folder.resolve("content.xml"), """
            <?xml version='1.0' encoding='UTF-8'?>
            <?metadataRepository version='1.2.0'?>
            <repository name='KNIME' version='1.0.0'
              type='org.eclipse.equinox.internal.p2.metadata.repository.LocalMetadataRepository'>
              <units>%s</units>
            </repository>
            """.formatted(units));
        return folder;
    }

    private static String unit(final String id, final String version, final String... provided) {
        return "<unit id='%s' version='%s'><provides>%s%s</provides><touchpoint id='null' version='0.0.0'/></unit>"
            .formatted(id, version, provided("org.eclipse.equinox.p2.iu", id, version), String.join("", provided));
    }

    private static String jdk(final String packageName) {
        return provided("java.package", packageName, "0.0.0");
    }

    private static String provided(final String namespace, final String name, final String version) {
        return "<provided namespace='%s' name='%s' version='%s'/>".formatted(namespace, name, version);
    }

    private static List<String> names(final Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
