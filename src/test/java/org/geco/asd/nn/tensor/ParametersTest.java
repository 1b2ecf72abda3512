package org.geco.asd.nn.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;

import org.geco.asd.common.Seeds;
import org.geco.asd.files.Tensor;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

class ParametersTest {

    @BeforeAll
    static void startNd4j() throws Exception {
        Nd4jRuntime.start();
    }

    private static Parameters parameters(final long seed) {
        final Parameters parameters = new Parameters(DataType.FLOAT, new Seeds(seed));
        parameters.add("a", Initializer.normal(1), 2, 3);
        parameters.add("b", Initializer.constant(7), 1, 3);
        parameters.allocate(true);
        return parameters;
    }

    @Test
    void startAsTheirInitializersSayByNameAndSeed() {
        try (Parameters one = parameters(1); Parameters same = parameters(1); Parameters other = parameters(2)) {
            assertThat(one.weights().get("b").values()).containsOnly(7f);
            assertThat(same.weights().get("a").values()).isEqualTo(one.weights().get("a").values());
            assertThat(other.weights().get("a").values()).isNotEqualTo(one.weights().get("a").values());
        }
    }

    @Test
    void partsAreViewsOfOneVector() {
        try (Parameters parameters = parameters(1)) {
            parameters.values().addi(1);
            assertThat(parameters.all().get(1).value().toFloatVector()).containsOnly(8f);
            parameters.all().get(0).gradient().assign(5);
            assertThat(parameters.gradients().toFloatVector()).containsExactly(5, 5, 5, 5, 5, 5, 0, 0, 0);
            final Parameter table = parameters.stack(parameters.all().get(0), 3);
            assertThat(table.value().shape()).containsExactly(3, 3);
            assertThat(table.value().getRow(2).toFloatVector()).containsOnly(8f);
        }
    }

    @Test
    void theSameNetworkForAnotherBatchSizeHasTheSameParameters() {
        try (Parameters parameters = parameters(1)) {
            assertThat(parameters.add("a", Initializer.constant(0), 2, 3)).isSameAs(parameters.all().get(0));
            assertThatIllegalArgumentException().isThrownBy(() -> parameters.add("a", Initializer.constant(0), 3, 2))
                .withMessageContaining("shape");
            assertThatIllegalArgumentException().isThrownBy(() -> parameters.add("c", Initializer.constant(0), 1))
                .withMessageContaining("c comes too late");
        }
    }

    @Test
    void loadsWhatWasSavedAndNamesWhatDoesNotFit() {
        try (Parameters one = parameters(1); Parameters other = parameters(2)) {
            other.load(one.weights());
            assertThat(other.weights().get("a").values()).isEqualTo(one.weights().get("a").values());
            final Weights wrong = Weights.of(Map.of("a", new Tensor(new long[]{3, 2}, new float[6])));
            assertThatIllegalArgumentException().isThrownBy(() -> other.load(wrong)).withMessageContaining("[3, 2]");
        }
    }
}
