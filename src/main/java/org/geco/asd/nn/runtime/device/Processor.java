package org.geco.asd.nn.runtime.device;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Describes the CPU. */
final class Processor {

    private static final Path CPUINFO = Path.of("/proc/cpuinfo");

    private static final Map<String, String> VECTOR_FLAGS = vectorFlags();

    private final Surroundings m_here;

    Processor(final Surroundings here) {
        m_here = here;
    }

    /**
     * @param cores number of cores that Java may use
     * @param threads number of threads that compute
     * @return the CPU, always usable
     */
    ComputeDevice describe(final int cores, final int threads) {
        final String cpuinfo = m_here.platform().isLinux() ? read(CPUINFO) : "";
        final List<String> details = new ArrayList<>();
        details.add(cores + (cores == 1 ? " core" : " cores"));
        NativeBuild.cpu(m_here).ifPresent(build -> details.add("ND4J for " + build));
        final String vectors = vectors(cpuinfo);
        if (!vectors.isEmpty()) {
            details.add(vectors);
        }
        return new ComputeDevice(DeviceChoice.CPU, name(cpuinfo), memory() >> 20, threads,
            String.join(", ", details), "", List.of());
    }

    private String name(final String cpuinfo) {
        final String name;
        if (m_here.platform().isMac()) {
            name = m_here.commands().output("sysctl", "-n", "machdep.cpu.brand_string").orElse("");
        } else if (m_here.platform().isWindows()) {
            name = String.valueOf(m_here.environment().apply("PROCESSOR_IDENTIFIER"));
        } else {
            name = value(cpuinfo, "model name");
        }
        return name.isBlank() || "null".equals(name) ? m_here.platform().architecture() : name.strip();
    }

    private static String vectors(final String cpuinfo) {
        final List<String> flags = Stream.of(value(cpuinfo, "flags").split(" ")).toList();
        return VECTOR_FLAGS.entrySet().stream().filter(e -> flags.contains(e.getKey())).map(Map.Entry::getValue)
            .collect(Collectors.joining(" "));
    }

    private static Map<String, String> vectorFlags() {
        final Map<String, String> flags = new LinkedHashMap<>();
        flags.put("avx2", "AVX2");
        flags.put("fma", "FMA");
        flags.put("avx512f", "AVX-512");
        flags.put("avx512_vnni", "VNNI");
        flags.put("amx_tile", "AMX");
        return flags;
    }

    private static String value(final String cpuinfo, final String key) {
        return cpuinfo.lines().filter(line -> line.startsWith(key)).findFirst()
            .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse("");
    }

    private static String read(final Path file) {
        try {
            return Files.readString(file);
        } catch (final IOException ex) { // NOSONAR: then it stays unknown
            return "";
        }
    }

    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean sun
            ? sun.getTotalMemorySize() : 0;
    }
}
