package org.geco.asd.methods.geco;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;

import org.geco.asd.common.Seeds;
import org.geco.asd.nn.classify.ClassifyingNetwork;
import org.geco.asd.nn.classify.Sample;
import org.geco.asd.nn.features.EmbeddingNetwork;
import org.geco.asd.nn.resnet.ResNet18;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.geco.asd.nn.tensor.Weights;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

/** The paper's network: a patch's embedding has the same bits at every place of the batch, whatever is beside it. */
class EmbeddingGroupsTest {

    private static final int PATCH = 65 * 128;

    private static final int BATCH = 10;

    @Test
    void noPatchFeelsItsNeighbours() throws Exception {
        Nd4jRuntime.start();
        final float[] patches = new float[BATCH * PATCH];
        final Random random = new Random(1);
        for (int i = 0; i < patches.length; i++) {
            patches[i] = (float)random.nextGaussian();
        }
        try (EmbeddingNetwork network = new EmbeddingNetwork(new ResNet18(64), weights(), BATCH, 65, 128)) {
            final float[] alone = network.embed(patches, 1).clone();
            assertThat(alone).hasSize(512).isNotEqualTo(new float[512]);
            for (int place = 0; place < BATCH; place++) {
                final float[] moved = patches.clone();
                System.arraycopy(patches, 0, moved, place * PATCH, PATCH);
                System.arraycopy(patches, place * PATCH, moved, 0, PATCH);
                assertThat(Arrays.copyOfRange(network.embed(moved, BATCH), place * 512, place * 512 + 512))
                    .as("at place %d", place).isEqualTo(alone);
            }
        }
    }

    private static Weights weights() {
        try (GecoSession session = new GecoSession(new ResNet18(64), new ClassifyingNetwork.Shape(2, 33, 32, 3),
            new LossSettings(ContrastiveForm.NONE, 1), 0.9, 0, new Seeds(1))) {
            session.step(new Sample(Nd4j.rand(2, 33, 32, 1), new int[]{0, 2}), 0, 0.01);
            return session.weights();
        }
    }
}
