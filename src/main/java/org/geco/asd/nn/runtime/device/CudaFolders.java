package org.geco.asd.nn.runtime.device;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The folders in which NVIDIA's libraries are looked for: the one that we document, those of the environment, and
 * where CUDA 11.6 is installed by default.
 */
record CudaFolders(Surroundings here) {
    private static final Pattern REDISTRIBUTABLE = Pattern.compile("cuda-11\\.6-.*-redist\\.jar");

    /** Of the many libraries of the jar, those that ND4J needs, cuRAND, and the compiler that cuDNN calls. */
    private static final Pattern WANTED =
        Pattern.compile("(lib)?(cudart|cublas|cusparse|cusolver|curand|cudnn|nvrtc).*\\.(so[.\\d]*|dll)");

    /** @return the folder that we document, whether it exists or not */
    Path documented() {
        return here.home().resolve(".geco").resolve("cuda");
    }

    /** @return the user's own folders, those of NVIDIA's jars, which are unpacked first, included */
    List<Path> own() throws IOException {
        final String property = here.properties().apply(Surroundings.CUDA_PATH);
        final List<Path> roots = property == null || property.isBlank() ? List.of(documented()) : paths(property);
        final Set<Path> folders = new LinkedHashSet<>();
        for (final Path root : roots.stream().filter(Files::isDirectory).toList()) {
            unpackJars(root);
            try (Stream<Path> inside = Files.walk(root, 8)) {
                inside.filter(Files::isDirectory).filter(f -> !f.getFileName().toString().endsWith(".part"))
                    .forEach(folders::add);
            }
        }
        return List.copyOf(folders);
    }

    /** @return the folders of the environment and of CUDA's installers */
    List<Path> others() {
        final List<String> lists = new ArrayList<>();
        if (here.platform().isWindows()) {
            add(lists, "CUDA_PATH_V11_6", "\\bin");
            add(lists, "PATH", "");
            lists.add("C:\\Program Files\\NVIDIA GPU Computing Toolkit\\CUDA\\v11.6\\bin");
            lists.add("C:\\Program Files\\NVIDIA\\CUDNN\\v8.3\\bin");
        } else {
            add(lists, "LD_LIBRARY_PATH", "");
            lists.add("/usr/local/cuda-11.6/lib64");
            lists.add("/usr/local/cuda/lib64");
            lists.add("/usr/lib/x86_64-linux-gnu");
            lists.add("/usr/lib64");
        }
        return lists.stream().flatMap(list -> paths(list).stream()).filter(Files::isDirectory).distinct().toList();
    }

    private void add(final List<String> lists, final String variable, final String suffix) {
        Optional.ofNullable(here.environment().apply(variable)).filter(v -> !v.isBlank())
            .ifPresent(value -> lists.add(value + suffix));
    }

    private static List<Path> paths(final String list) {
        return Stream.of(list.split(Pattern.quote(File.pathSeparator))).map(String::strip).filter(s -> !s.isEmpty())
            .flatMap(CudaFolders::path).toList();
    }

    private static Stream<Path> path(final String text) {
        try {
            return Stream.of(Path.of(text));
        } catch (final InvalidPathException ex) { // NOSONAR: others write PATH, not we
            return Stream.empty();
        }
    }

    private void unpackJars(final Path root) throws IOException {
        final List<Path> jars;
        try (Stream<Path> files = Files.list(root)) {
            jars = files.filter(f -> REDISTRIBUTABLE.matcher(f.getFileName().toString()).matches()).toList();
        }
        for (final Path jar : jars) {
            final String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
            if (here.platform().nativeName().filter(name::contains).isPresent()
                && !Files.isDirectory(root.resolve(name))) {
                unpack(jar, root.resolve(name));
            }
        }
    }

    /** Beside its final place first, so that half of it is never taken for the whole. */
    private static void unpack(final Path jar, final Path target) throws IOException {
        final Path part = Files.createTempDirectory(target.getParent(), target.getFileName() + "-");
        final Path work = part.resolveSibling(part.getFileName() + ".part");
        Files.move(part, work);
        boolean complete = false;
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (final ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
                final String file = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (WANTED.matcher(file).matches()) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, work.resolve(file));
                    }
                }
            }
            Files.move(work, target);
            complete = true;
        } finally {
            if (!complete) {
                delete(work);
            }
        }
    }

    private static void delete(final Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (final Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
