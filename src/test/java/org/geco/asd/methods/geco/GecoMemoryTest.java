package org.geco.asd.methods.geco;

import static org.assertj.core.api.Assertions.assertThat;

import org.geco.asd.common.Seeds;
import org.geco.asd.nn.resnet.ResNet18;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.geco.asd.nn.tensor.HostArray;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GecoMemoryTest {

    @BeforeAll
    static void start() throws Exception {
        Nd4jRuntime.start();
    }

    @ParameterizedTest
    @CsvSource({"4, 65, 128, 4", "16, 33, 64, 4", "8, 65, 128, 12"})
    void aTrainingTakesNoMoreThanEstimatedAndNotMuchLess(final int width, final int frames, final int mels,
        final int originals) throws Exception {
        final GecoNetwork.Shape shape = new GecoNetwork.Shape(originals, frames, mels, 2);
        final long held;
        try (GecoSession session = new GecoSession(new ResNet18(width), shape,
            new GecoSession.Contrast(ContrastiveForm.NONE, 1), 0.9, 1e-4, new Seeds(1));
                HostArray batch = new HostArray(originals, frames, mels, 1)) {
            for (int i = 0; i < batch.values().length; i++) {
                batch.values()[i] = i % 97 - 48;
            }
            session.step(batch.upload(), new int[originals], 0, 0.1);
            held = session.bytes();
        }
        assertThat(new GecoMemory(width, frames, mels).training(originals)).isBetween(held, 6 * held);
    }

    @Test
    void thePapersTrainingTakesLessThanOneGigabyte() {
        final GecoMemory memory = new GecoMemory(64, 65, 128);
        assertThat(memory.training(64)).isBetween(500L << 20, 1L << 30);
        assertThat(memory.training(128) - memory.training(64)).isGreaterThan(memory.training(64) / 2);
    }
}
