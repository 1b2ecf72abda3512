package org.geco.asd.methods.geco;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.geco.asd.common.Seeds;
import org.geco.asd.nn.classify.ClassifyingNetwork;
import org.geco.asd.nn.classify.HeadSettings;
import org.geco.asd.nn.classify.Mixup;
import org.geco.asd.nn.classify.Sample;
import org.geco.asd.nn.resnet.ResNet18;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.geco.asd.nn.tensor.HostArray;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GecoMemoryTest {

    @BeforeAll
    static void start() throws Exception {
        Nd4jRuntime.start();
    }

    @ParameterizedTest
    @CsvSource({"4, 65, 128, 4, NONE", "16, 33, 64, 4, BINARY_CROSS_ENTROPY", "8, 65, 128, 12, SUPERVISED_CONTRASTIVE"})
    void aTrainingTakesExactlyWhatADryRunCounts(final int width, final int frames, final int mels,
        final int originals, final ContrastiveForm form) throws Exception {
        final ClassifyingNetwork.Shape shape = new ClassifyingNetwork.Shape(originals, frames, mels, 2);
        final LossSettings loss = new LossSettings(form, 1);
        final long held;
        try (GecoSession session = new GecoSession(new ResNet18(width), shape, loss, 0.9, 1e-4, new Seeds(1));
                HostArray batch = new HostArray(originals, frames, mels, 1)) {
            for (int i = 0; i < batch.values().length; i++) {
                batch.values()[i] = i % 97 - 48;
            }
            session.step(new Sample(batch.upload(), new int[originals]), 0, 0.1);
            held = session.bytes();
        }
        final long patches = (long)originals * frames * mels * Float.BYTES;
        assertThat(GecoSession.bytes(new ResNet18(width), shape, loss)).isBetween(held, 6 * held)
            .isEqualTo(held + patches);
    }

    /** With rows that are mixed, and every classifier. */
    @ParameterizedTest
    @EnumSource
    void aTrainingWithOptionsTakesExactlyWhatADryRunCounts(final HeadSettings.Form form) throws Exception {
        final ClassifyingNetwork.Shape shape = new ClassifyingNetwork.Shape(9, 33, 64, 3);
        final LossSettings loss = new LossSettings(new HeadSettings(form, 0.5, 30, true, 4),
            ContrastiveForm.BINARY_CROSS_ENTROPY, 1);
        final Mixup.Pairs pairs = new Mixup.Pairs(new int[]{2, 1, 0}, new double[]{0.3, 0.8, 0.5});
        final long held;
        try (GecoSession session = new GecoSession(new ResNet18(4), shape, loss, 0.9, 1e-4, new Seeds(1));
                HostArray batch = new HostArray(9, 33, 64, 1)) {
            for (int i = 0; i < batch.values().length; i++) {
                batch.values()[i] = i % 97 - 48;
            }
            session.step(new Sample(batch.upload(), new int[]{0, 1, 2}, Optional.of(pairs)), 1, 0.1);
            held = session.bytes();
        }
        final long patches = 9L * 33 * 64 * Float.BYTES;
        assertThat(GecoSession.bytes(new ResNet18(4), shape, loss)).isEqualTo(held + patches);
    }

    @Test
    void thePapersTrainingTakesLessThanOneGigabyte() {
        assertThat(training(64)).isBetween(500L << 20, 1L << 30);
        assertThat(training(128) - training(64)).isGreaterThan(training(64) / 2);
    }

    private static long training(final int patches) {
        return GecoSession.bytes(new ResNet18(64), new ClassifyingNetwork.Shape(patches, 65, 128, 23),
            new LossSettings(ContrastiveForm.BINARY_CROSS_ENTROPY, 1));
    }

    @Test
    @Timeout(10)
    void countingTakesNoMemoryAndNoTimeHoweverLargeTheBatch() {
        for (final ContrastiveForm form : ContrastiveForm.values()) {
            assertThat(GecoSession.bytes(new ResNet18(64), new ClassifyingNetwork.Shape(1_000_000, 65, 128, 2),
                new LossSettings(form, 1))).isGreaterThan(1L << 40);
        }
    }
}
