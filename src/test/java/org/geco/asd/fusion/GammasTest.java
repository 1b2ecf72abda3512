package org.geco.asd.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.geco.asd.common.AsdException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GammasTest {

    private final Gammas m_gammas = Gammas.perType(Map.of("fan", new Gamma(495, Gamma.Origin.TABLE, "table")));

    @Test
    void fixedIsTheSameForAllTypes() throws AsdException {
        assertThat(Gammas.fixed(200).of("anything").value()).isEqualTo(200);
    }

    @Test
    void typeWithoutGammaIsAnErrorThatNamesIt() {
        assertThatThrownBy(() -> m_gammas.of("pump")).hasMessageContaining("\"pump\"").hasMessageContaining("[fan]")
            .asInstanceOf(InstanceOfAssertFactories.type(AsdException.class))
            .satisfies(e -> assertThat(e.resolutions()).isNotEmpty());
    }

    @Test
    void fallbackServesOnlyTypesWithoutTheirOwn() throws AsdException {
        final Gammas gammas = m_gammas.orElse(200);
        assertThat(gammas.of("fan").value()).isEqualTo(495);
        assertThat(gammas.of("pump")).extracting(Gamma::value, Gamma::origin).containsExactly(200.0,
            Gamma.Origin.FIXED);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void rejectsWhatIsNoWeight(final double value) {
        assertThatThrownBy(() -> Gamma.fixed(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyTheGridSearchAndATableOfItUseLabels() {
        assertThat(Gamma.Origin.values()).filteredOn(Gamma.Origin::usesLabels)
            .containsExactly(Gamma.Origin.TABLE_WITH_LABELS, Gamma.Origin.GRID_SEARCH);
    }
}
