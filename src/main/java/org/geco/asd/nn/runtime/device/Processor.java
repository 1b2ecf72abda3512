package org.geco.asd.nn.runtime.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Describes the CPU. */
record Processor(Surroundings here) {
    private static final Path CPUINFO = Path.of("/proc/cpuinfo");

    /** Flags of the kernel and what the makers call them. */
    private static final List<Map.Entry<String, String>> VECTORS = List.of(Map.entry("avx2", "AVX2"),
        Map.entry("fma", "FMA"), Map.entry("avx512f", "AVX-512"), Map.entry("avx512_vnni", "VNNI"),
        Map.entry("amx_tile", "AMX"));

    /** @return the CPU, always usable, with the cores that Java may use and the threads that compute */
    ComputeDevice describe(final int cores, final int threads) {
        final String cpuinfo = here.platform().isLinux() ? read() : "";
        final List<String> details = new ArrayList<>();
        details.add(cores + (cores == 1 ? " core" : " cores"));
        NativeBuild.cpu(here).ifPresent(build -> details.add("ND4J for " + build));
        final String vectors = vectors(cpuinfo);
        if (!vectors.isEmpty()) {
            details.add(vectors);
        }
        return new ComputeDevice(DeviceChoice.CPU, name(cpuinfo), Platform.memory() >> 20, threads,
            String.join(", ", details), "", List.of());
    }

    private String name(final String cpuinfo) {
        final String name;
        if (here.platform().isMac()) {
            name = here.commands().output("sysctl", "-n", "machdep.cpu.brand_string").orElse("");
        } else if (here.platform().isWindows()) {
            name = String.valueOf(here.environment().apply("PROCESSOR_IDENTIFIER"));
        } else {
            name = value(cpuinfo, "model name");
        }
        return name.isBlank() || "null".equals(name) ? here.platform().architecture() : name.strip();
    }

    private static String vectors(final String cpuinfo) {
        final List<String> flags = flags(cpuinfo);
        return VECTORS.stream().filter(e -> flags.contains(e.getKey())).map(Map.Entry::getValue)
            .collect(Collectors.joining(" "));
    }

    static List<String> flags(final String cpuinfo) {
        return Stream.of(value(cpuinfo, "flags").split(" ")).toList();
    }

    static String value(final String cpuinfo, final String key) {
        return cpuinfo.lines().filter(line -> line.startsWith(key)).findFirst()
            .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse("");
    }

    /** @return what Linux tells of this computer's processors; empty elsewhere */
    static String read() {
        try {
            return Files.readString(CPUINFO);
        } catch (final IOException ex) { // NOSONAR: then it stays unknown
            return "";
        }
    }
}
