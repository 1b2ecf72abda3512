package org.geco.asd.packaging;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/** Bundles that exist for the test only: what stands in for KNIME, and the probes that run inside our plug-in. */
final class TestBundles {

    private static final String EXTENSION_POINTS = """
        <?xml version="1.0" encoding="UTF-8"?>
        <?eclipse version="3.4"?>
        <plugin>
          <extension-point id="org.knime.workbench.repository.categories" name="Categories"/>
          <extension-point id="org.knime.workbench.repository.nodes" name="Nodes"/>
          <extension-point id="org.knime.core.PortType" name="Port types"/>
          <extension-point id="org.knime.core.DataType" name="Data types"/>
          <extension-point id="org.knime.core.DataValueRenderer" name="Renderers"/>
        </plugin>
        """;

    private final Path m_directory;

    TestBundles(final Path directory) {
        m_directory = directory;
    }

    /** @return a bundle of that name with the whole API of the embedded KNIME, and KNIME's extension points */
    Path knimeCore(final Path embeddedKnime) throws IOException {
        final var contents = new TreeMap<String, byte[]>();
        try (var jar = new JarFile(embeddedKnime.toFile())) {
            for (final var entry : jar.stream().filter(e -> e.getName().startsWith("org/")).toList()) {
                try (var in = jar.getInputStream(entry)) {
                    contents.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        contents.put("plugin.xml", EXTENSION_POINTS.getBytes(StandardCharsets.UTF_8));
        final var packages = contents.keySet().stream().filter(n -> n.matches("org/knime/.*\\.class"))
            .map(n -> n.substring(0, n.lastIndexOf('/')).replace('/', '.')).distinct().collect(Collectors.joining(","));
        return write("org.knime.core", Map.of("Bundle-Version", "5.8.2", "Export-Package", packages,
            "Require-Bundle", "org.eclipse.osgi;visibility:=reexport"), contents);
    }

    /** @return an empty bundle that hands on the one above, as KNIME's user-interface bundle does */
    Path knimeCoreUi() throws IOException {
        return write("org.knime.core.ui", Map.of("Bundle-Version", "5.8.2",
            "Require-Bundle", "org.knime.core;visibility:=reexport"), Map.of());
    }

    /** @return a fragment of our plug-in with the probes */
    Path probes(final Path testClasses) throws IOException {
        final var contents = new TreeMap<String, byte[]>();
        try (var files = Files.walk(testClasses.resolve("org/geco/asd/probe"))) {
            for (final var file : files.filter(Files::isRegularFile).toList()) {
                contents.put(testClasses.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return write("org.geco.asd.probe", Map.of("Bundle-Version", "1.0.0", "Fragment-Host", "org.geco.asd",
            "Require-Bundle", "org.eclipse.equinox.common,org.eclipse.equinox.registry"), contents);
    }

    /** @return a bundle of somebody else who wants ND4J and JavaCPP from whoever has them */
    Path stranger() throws IOException {
        return write("com.example.stranger", Map.of("Bundle-Version", "1.0.0", "Import-Package",
            "org.nd4j.linalg.factory,org.bytedeco.javacpp"), Map.of());
    }

    private Path write(final String name, final Map<String, String> headers, final Map<String, byte[]> contents)
        throws IOException {
        final var manifest = new Manifest();
        final var main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name + ";singleton:=true");
        headers.forEach(main::putValue);
        final var file = m_directory.resolve(name + ".jar");
        try (OutputStream out = Files.newOutputStream(file); var jar = new JarOutputStream(out, manifest)) {
            for (final var entry : contents.entrySet()) {
                jar.putNextEntry(new ZipEntry(entry.getKey()));
                jar.write(entry.getValue());
                jar.closeEntry();
            }
        }
        return file;
    }
}
