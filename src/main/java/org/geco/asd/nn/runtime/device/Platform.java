package org.geco.asd.nn.runtime.device;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.Set;

/** Operating system (e.g. {@code Windows 11}) and processor architecture (e.g. {@code aarch64}), as Java names them. */
public record Platform(String system, String architecture) {
    private static final Set<String> SHIPPED =
        Set.of("linux-x86_64", "windows-x86_64", "macosx-x86_64", "macosx-arm64");

    /** @return the platform that this Java runs on */
    public static Platform current() {
        return new Platform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    /** @return bytes of this machine's memory; twice what Java may take where Java cannot tell */
    public static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean sun
            ? sun.getTotalMemorySize() : 2 * Runtime.getRuntime().maxMemory();
    }

    /** @return whether this is Linux */
    public boolean isLinux() {
        return system.startsWith("Linux");
    }

    /** @return whether this is Windows */
    public boolean isWindows() {
        return system.startsWith("Windows");
    }

    /** @return whether this is macOS */
    public boolean isMac() {
        return system.startsWith("Mac");
    }

    /** @return JavaCPP's name, e.g. {@code linux-x86_64}; empty where this extension has no native code of ND4J */
    public Optional<String> nativeName() {
        final String name = (isLinux() ? "linux" : isWindows() ? "windows" : isMac() ? "macosx" : "other")
            + (isIntel() ? "-x86_64" : "aarch64".equalsIgnoreCase(architecture) ? "-arm64" : "");
        return Optional.of(name).filter(SHIPPED::contains);
    }

    /** @return whether ND4J's CUDA code exists for this platform */
    public boolean hasCuda() {
        return isIntel() && (isLinux() || isWindows());
    }

    /** @return the file of a library here, e.g. {@code libjnind4jcpu.so} for {@code jnind4jcpu} */
    String libraryFile(final String name) {
        return isWindows() ? name + ".dll" : "lib" + name + (isMac() ? ".dylib" : ".so");
    }

    private boolean isIntel() {
        return "amd64".equalsIgnoreCase(architecture) || "x86_64".equalsIgnoreCase(architecture);
    }

    @Override
    public String toString() {
        return system + " " + architecture;
    }
}
