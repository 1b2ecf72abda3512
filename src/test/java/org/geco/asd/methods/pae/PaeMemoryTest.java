package org.geco.asd.methods.pae;

import static org.assertj.core.api.Assertions.assertThat;

import org.geco.asd.common.Seeds;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaeMemoryTest {

    private static final int MELS = 128;

    @BeforeAll
    static void start() throws Exception {
        Nd4jRuntime.start();
    }

    @ParameterizedTest
    @CsvSource({"128, 1, 16, 64, 1, 64", "128, 1, 16, 64, 1, 256", "64, 3, 16, 128, 2, 64"})
    void aTrainingTakesNoMoreThanEstimatedAndNotMuchLess(final int encoder, final int encoderBlocks,
        final int bottleneck, final int decoder, final int decoderBlocks, final int windows) {
        final PaeArchitecture sizes =
            new PaeArchitecture(5, encoder, encoderBlocks, bottleneck, decoder, decoderBlocks, 4, 4);
        final long held;
        try (PaeSession session = new PaeSession(sizes, MELS, windows, new Seeds(1));
                WindowBatch batch = new WindowBatch(windows, 5, MELS, new Standardisation(0, 1))) {
            final float[] clip = new float[(windows + 5) * MELS];
            for (int i = 0; i < windows; i++) {
                batch.add(clip, i * MELS, i % 5);
            }
            session.step(batch, 1e-3);
            held = session.bytes();
        }
        assertThat(new PaeMemory(sizes, MELS).training(windows)).isBetween(held, 6 * held);
    }

    @Test
    void thePapersNetworkTakesAboutHalfAGigabyteForABatchOf512() {
        final PaeMemory memory = new PaeMemory(PaeArchitecture.PAPER, MELS);
        assertThat(memory.training(512)).isBetween(400L << 20, 800L << 20);
        assertThat(memory.training(1024) - memory.training(512)).isGreaterThan(memory.training(512) / 2);
        assertThat(memory.prediction()).isLessThan(memory.training(512) / 2);
    }
}
