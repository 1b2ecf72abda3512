package org.geco.asd.nn.runtime.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds out what CUDA lacks here, without touching ND4J: every library is loaded by its name, so that what fails is
 * known by its name, and so that ND4J later finds it loaded.
 */
record CudaProbe(Surroundings here) {
    /** @return what no GPU of this computer can be used without; empty if all of it is there */
    List<Problem> problems() {
        if (!here.platform().hasCuda()) {
            return List.of(new Problem("There is no CUDA build of the numerical library (ND4J) for "
                + here.platform() + ".", "Compute on the CPU."));
        }
        final List<Problem> problems = new ArrayList<>();
        final Optional<String> build = NativeBuild.cuda(here);
        if (build.isEmpty()) {
            problems.add(new Problem("ND4J's CUDA code is not installed.",
                "Install the optional feature \"GeCo Anomalous Sound Detection: CUDA\" from the update site."));
        }
        driver().ifPresent(problems::add);
        libraries(build.orElse("-cudnn"), problems);
        return problems;
    }

    private Optional<Problem> driver() {
        final CudaLibrary driver = CudaLibrary.driver(here.platform());
        return here.linker().load(driver.file()).map(why -> new Problem(
            "There is no driver of NVIDIA: " + driver.file() + " cannot be loaded.",
            "Install NVIDIA's driver for your GPU, version " + (here.platform().isWindows() ? "452.39" : "450.80.02")
                + " or later, and start the computer anew."));
    }

    private void libraries(final String build, final List<Problem> problems) {
        final CudaFolders where = new CudaFolders(here);
        final List<Path> own;
        try {
            own = where.own();
        } catch (final IOException ex) {
            problems.add(new Problem("The folder of CUDA's libraries cannot be used: " + ex + ".",
                "Check that it can be written and has 4 GB of space: " + where.documented() + "."));
            return;
        }
        final List<Path> folders = Stream.concat(own.stream(), where.others().stream()).toList();
        final List<CudaLibrary> missing = new ArrayList<>();
        final Set<String> reasons = new LinkedHashSet<>();
        for (final CudaLibrary library : CudaLibrary.needed(here.platform(), build)) {
            load(library, folders).ifPresent(why -> {
                missing.add(library);
                if (!why.isEmpty()) {
                    reasons.add(why);
                }
            });
        }
        if (!missing.isEmpty()) {
            problems.add(missing(missing, reasons));
        }
    }

    /** @return why the library can't be loaded, empty text if it is nowhere; nothing if it is loaded */
    private Optional<String> load(final CudaLibrary library, final List<Path> folders) {
        final Optional<Path> file =
            folders.stream().map(f -> f.resolve(library.file())).filter(Files::isRegularFile).findFirst();
        if (file.isPresent()) {
            return here.linker().load(file.get().toString()).map(why -> file.get() + " cannot be loaded: " + why);
        }
        return here.linker().load(library.file()).isEmpty() ? Optional.empty()
            : Optional.of(otherVersion(library, folders));
    }

    private static String otherVersion(final CudaLibrary library, final List<Path> folders) {
        for (final Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                final Optional<Path> other =
                    files.filter(f -> f.getFileName().toString().startsWith(library.anyVersion()))
                        .max(Comparator.naturalOrder());
                if (other.isPresent()) {
                    return other.get() + " is another version";
                }
            } catch (final IOException ex) { // NOSONAR: a folder that can't be read helps nobody
                // then another folder may tell
            }
        }
        return "";
    }

    private Problem missing(final List<CudaLibrary> missing, final Set<String> reasons) {
        final Set<String> parts = new LinkedHashSet<>();
        missing.forEach(l -> parts.add(l.part() + (CudaLibrary.CUDNN.equals(l.part()) ? "" : " (" + l.file() + ")")));
        final String why = reasons.isEmpty() ? "" : " (" + String.join("; ", reasons) + ")";
        return new Problem("Libraries of CUDA 11.6 are missing: " + String.join(", ", parts) + why + ".",
            "Install NVIDIA's CUDA Toolkit 11.6 and cuDNN 8, or put cuda-11.6-8.3-1.5.7-"
                + here.platform().nativeName().orElse("") + "-redist.jar of Maven Central (org.bytedeco:cuda) into "
                + new CudaFolders(here).documented() + ".");
    }
}
