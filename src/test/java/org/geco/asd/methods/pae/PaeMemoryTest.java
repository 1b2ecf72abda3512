package org.geco.asd.methods.pae;

import static org.assertj.core.api.Assertions.assertThat;

import org.geco.asd.common.Seeds;
import org.geco.asd.learn.Standardisation;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.geco.asd.nn.tensor.Parameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;

class PaeMemoryTest {

    private static final int MELS = 128;

    @BeforeAll
    static void start() throws Exception {
        Nd4jRuntime.start();
    }

    @ParameterizedTest
    @CsvSource({"128, 1, 16, 64, 1, 64", "128, 1, 16, 64, 1, 256", "64, 3, 16, 128, 2, 64"})
    void aTrainingTakesExactlyWhatADryRunCounts(final int encoder, final int encoderBlocks,
        final int bottleneck, final int decoder, final int decoderBlocks, final int windows) {
        final PaeArchitecture sizes =
            new PaeArchitecture(5, encoder, encoderBlocks, bottleneck, decoder, decoderBlocks, 4, 4);
        final long held;
        try (PaeSession session = new PaeSession(sizes, MELS, windows, new Seeds(1));
                WindowBatch batch = new WindowBatch(windows, 5, MELS, Standardisation.of(0, 1))) {
            final float[] clip = new float[(windows + 5) * MELS];
            for (int i = 0; i < windows; i++) {
                batch.add(i, clip, i * MELS, i % 5);
            }
            session.step(batch, 1e-3);
            held = session.bytes();
        }
        final long batch = (windows * 5L * (MELS + 2 + 5) + windows * (MELS + 1L)) * Float.BYTES;
        final long heldOut = PaeInference.bytes(sizes, MELS, counted(sizes));
        assertThat(PaeSession.bytes(sizes, MELS, windows)).isBetween(held, 6 * held)
            .isEqualTo(held + batch + heldOut);
    }

    /** Parameters of the network, by name and shape. */
    private static Parameters counted(final PaeArchitecture sizes) {
        final Parameters parameters = Parameters.dryRun(DataType.FLOAT);
        new PaeNetwork(parameters, sizes, MELS, 1, false).close();
        return parameters;
    }

    @Test
    void thePapersNetworkTakesAboutHalfAGigabyteForABatchOf512() {
        assertThat(training(512)).isBetween(400L << 20, 800L << 20);
        assertThat(training(1024) - training(512)).isGreaterThan(training(512) / 2);
        assertThat(PaeInference.bytes(PaeArchitecture.PAPER, MELS)).isLessThan(training(512) / 2);
    }

    private static long training(final int windows) {
        return PaeSession.bytes(PaeArchitecture.PAPER, MELS, windows);
    }
}
