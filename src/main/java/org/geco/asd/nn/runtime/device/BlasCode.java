package org.geco.asd.nn.runtime.device;

import java.util.List;
import java.util.Optional;

/**
 * Which of its codes OpenBLAS should multiply with. Version 0.3.19 knows processors by their model numbers, and takes
 * code for those of 2004 for all that are later than itself: on a Xeon of 2023 its products took 4 to 7 times as long.
 */
public final class BlasCode {
    /** The environment variable that names the code; read when OpenBLAS is loaded. */
    public static final String VARIABLE = "OPENBLAS_CORETYPE";

    private static final List<String> AVX_512 = List.of("avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl");

    private BlasCode() { }

    /** @return the code for this computer's processor; empty for OpenBLAS's own choice, and where it is not Linux */
    public static Optional<String> here() {
        return of(Processor.read());
    }

    /** @return by what a processor can do, the code that OpenBLAS takes where it knows the model */
    static Optional<String> of(final String cpuinfo) {
        final List<String> flags = Processor.flags(cpuinfo);
        if (!flags.containsAll(List.of("avx2", "fma"))) {
            return Optional.empty();
        }
        return switch (Processor.value(cpuinfo, "vendor_id")) {
            case "GenuineIntel" -> Optional.of(flags.containsAll(AVX_512) ? "SkylakeX" : "Haswell");
            case "AuthenticAMD" -> Optional.of("Zen").filter(zen -> isZen(Processor.value(cpuinfo, "cpu family")));
            default -> Optional.empty();
        };
    }

    private static boolean isZen(final String family) {
        return family.matches("\\d{1,3}") && Integer.parseInt(family) >= 0x17;
    }
}
