package org.geco.asd.nn.runtime.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlasCodeTest {

    /** Model numbers from Intel's and AMD's tables; 207 is Emerald Rapids, 183 Raptor Lake, family 26 Zen 5. */
    @ParameterizedTest
    @CsvSource(textBlock = """
        GenuineIntel, 6,  207, fma avx2 avx512f avx512dq avx512cd avx512bw avx512vl amx_tile, SkylakeX
        GenuineIntel, 6,  183, fma avx2,                                                      Haswell
        GenuineIntel, 6,  58,  avx,                                                           ''
        AuthenticAMD, 25, 1,   fma avx2,                                                      Zen
        AuthenticAMD, 26, 2,   fma avx2 avx512f avx512dq avx512cd avx512bw avx512vl,          Zen
        AuthenticAMD, 21, 96,  fma avx2,                                                      ''
        SomebodyElse, 6,  1,   fma avx2,                                                      ''
        """)
    void theCodeIsThatOfWhatTheProcessorCanDo(final String vendor, final String family, final String model,
        final String flags, final String code) {
        assertThat(BlasCode.of("processor\t: 0\nvendor_id\t: " + vendor + "\ncpu family\t: " + family + "\nmodel\t\t: "
            + model + "\nflags\t\t: fpu sse2 " + flags + "\n").orElse("")).isEqualTo(code);
    }

    @Test
    void whereNothingIsKnownOpenBlasChooses() {
        assertThat(BlasCode.of("")).isEmpty();
    }
}
