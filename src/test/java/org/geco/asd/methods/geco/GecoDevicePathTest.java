package org.geco.asd.methods.geco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.concurrent.Callable;

import org.geco.asd.common.Seeds;
import org.geco.asd.nn.classify.ClassifyingNetwork;
import org.geco.asd.nn.classify.Sample;
import org.geco.asd.nn.resnet.ResNet18;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.geco.asd.nn.tensor.DevicePath;
import org.geco.asd.nn.tensor.HostArray;
import org.geco.asd.nn.tensor.Weights;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** GeCo by the host's way and by a device's, on the CPU: batch normalisation adds up in another order. */
class GecoDevicePathTest {
    private static final ClassifyingNetwork.Shape SHAPE = new ClassifyingNetwork.Shape(6, 33, 35, 2);

    private static final double CLOSE = 1e-3;

    @BeforeAll
    static void start() throws Exception {
        Nd4jRuntime.start();
    }

    private record Stepped(double ce, double con, Weights state) { }

    private static Stepped stepped(final ContrastiveForm form) {
        try (GecoSession session = new GecoSession(new ResNet18(1), SHAPE, new LossSettings(form, 0.5), 0.9, 1e-4,
            new Seeds(1)); HostArray patches = new HostArray(SHAPE.batch(), SHAPE.frames(), SHAPE.mels(), 1)) {
            final SplittableRandom random = new SplittableRandom(2);
            for (int i = 0; i < patches.values().length; i++) {
                patches.values()[i] = (float)random.nextGaussian();
            }
            final Sample batch = new Sample(patches.upload(), new int[]{0, 1, 1});
            session.step(batch, 1.5, 0.02);
            final GecoNetwork.Losses losses = session.step(batch, 1.5, 0.02);
            return new Stepped(losses.ce(), losses.con(), session.state());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStepIsThatOfTheHost(final ContrastiveForm form) throws Exception {
        final DevicePath.Both<Stepped> both = DevicePath.both(() -> stepped(form));
        assertThat(both.device().ce()).isCloseTo(both.host().ce(), within(CLOSE)).isPositive().isFinite();
        // without a contrast it is not a number
        assertThat(Double.isNaN(both.host().con())).isEqualTo(form == ContrastiveForm.NONE);
        assertThat(Double.valueOf(both.device().con())).satisfiesAnyOf(con -> assertThat(con).isNaN(),
            con -> assertThat(con).isCloseTo(both.host().con(), within(CLOSE)));
        assertThat(Double.isNaN(both.device().con())).isEqualTo(form == ContrastiveForm.NONE);
        DevicePath.assertClose(
            new DevicePath.Both<>(both.host().state().tensors(), both.device().state().tensors()), (float)CLOSE);
    }

    @Test
    void aTrainingGivesTheSameModelAgain() throws Exception {
        final Callable<byte[]> training =
            () -> TinyGeco.bytes(TinyGeco.train(TinyGeco.settings(2, 1), TinyGeco.source()));
        assertThat(DevicePath.device(training)).isEqualTo(DevicePath.device(training));
    }
}
