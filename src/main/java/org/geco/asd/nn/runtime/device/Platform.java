package org.geco.asd.nn.runtime.device;

import java.util.Locale;
import java.util.Optional;

/**
 * Operating system and processor architecture, as Java names them.
 *
 * @param system e.g. {@code Linux}, {@code Windows 11}, {@code Mac OS X}
 * @param architecture e.g. {@code amd64}, {@code aarch64}
 */
public record Platform(String system, String architecture) {

    /** @return the platform that this Java runs on */
    public static Platform current() {
        return new Platform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
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

    /**
     * @return JavaCPP's name of the platform, e.g. {@code linux-x86_64}; empty where ND4J has no native code that this
     *         extension ships
     */
    public Optional<String> nativeName() {
        if (isIntel()) {
            return isLinux() ? Optional.of("linux-x86_64")
                : isWindows() ? Optional.of("windows-x86_64")
                : isMac() ? Optional.of("macosx-x86_64") : Optional.empty();
        }
        return isMac() && "aarch64".equals(architecture.toLowerCase(Locale.ROOT)) ? Optional.of("macosx-arm64")
            : Optional.empty();
    }

    /** @return whether ND4J's CUDA code exists for this platform */
    public boolean hasCuda() {
        return isIntel() && (isLinux() || isWindows());
    }

    /**
     * @param name a library's plain name, e.g. {@code jnind4jcpu}
     * @return the name of its file here, e.g. {@code libjnind4jcpu.so}
     */
    String libraryFile(final String name) {
        return isWindows() ? name + ".dll" : "lib" + name + (isMac() ? ".dylib" : ".so");
    }

    private boolean isIntel() {
        final String name = architecture.toLowerCase(Locale.ROOT);
        return "amd64".equals(name) || "x86_64".equals(name);
    }

    @Override
    public String toString() {
        return system + " " + architecture;
    }
}
