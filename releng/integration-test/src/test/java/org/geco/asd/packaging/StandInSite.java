package org.geco.asd.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * The built update site with a fragment for every platform: each has the manifest of the fragment that was built, with
 * the other platform's name in it, as releng/natives makes it, and no native code. Made once for all tests.
 */
final class StandInSite {

    private static final List<String> PLATFORMS =
        List.of("linux.x86_64", "win32.x86_64", "macosx.x86_64", "macosx.aarch64");

    private static Path made;

    private StandInSite() {
    }

    /** @return the folder of the site */
    static synchronized Path of(final Path built, final P2 p2) throws IOException, InterruptedException {
        if (made == null) {
            final var work = Files.createDirectories(Path.of("target", "stand-in").toAbsolutePath());
            final var source = Files.createTempDirectory(work, "source");
            final var site = Files.createTempDirectory(work, "site");
            copy(built.resolve("features"), source.resolve("features"), "org.geco.asd.feature_");
            copy(built.resolve("plugins"), source.resolve("plugins"), "org.geco.asd_", "org.geco.asd.dl4j_");
            for (final var platform : PLATFORMS) {
                fragment(source.resolve("plugins"), platform);
            }
            final var outcome = p2.publish(source, site);
            assertThat(outcome.exitCode()).as(outcome.output()).isZero();
            made = site;
        }
        return made;
    }

    private static void copy(final Path from, final Path to, final String... beginnings) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (final var file : files.toList()) {
                if (Stream.of(beginnings).anyMatch(file.getFileName().toString()::startsWith)) {
                    Files.copy(file, to.resolve(file.getFileName()));
                }
            }
        }
    }

    private static void fragment(final Path plugins, final String platform) throws IOException {
        final var manifest = new Manifest();
        try (var jar = new JarFile(BuiltBundle.natives().file().toFile())) {
            jar.getManifest().getMainAttributes()
                .forEach((name, value) -> manifest.getMainAttributes().put(name, as((String)value, platform)));
        }
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        final var name = "org.geco.asd.nd4j." + platform + "_1.0.0.jar";
        try (var out = Files.newOutputStream(plugins.resolve(name)); var jar = new JarOutputStream(out, manifest)) {
            jar.finish();
        }
    }

    /** A header of this platform's fragment, as the other platform's has it. */
    private static String as(final String value, final String platform) {
        final var os = System.getProperty("osgi.os");
        final var arch = System.getProperty("osgi.arch");
        final var other = platform.split("\\.");
        return value.replace(os + "." + arch, platform).replace("osgi.os=" + os, "osgi.os=" + other[0])
            .replace("osgi.arch=" + arch, "osgi.arch=" + other[1]);
    }
}
