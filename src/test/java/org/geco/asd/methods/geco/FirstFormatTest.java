package org.geco.asd.methods.geco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.util.List;

import org.geco.asd.dataset.MachineId;
import org.geco.asd.learn.stop.StopRules;
import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.methods.pae.PaeScorer;
import org.geco.asd.methods.pae.Synthetic;
import org.geco.asd.nn.optim.RateCourse;
import org.junit.jupiter.api.Test;

/** Models of format 1, trained and scored by the version that wrote them, are read and score as they did. */
class FirstFormatTest {

    private static final double TOLERANCE = 1e-5;

    private static final double[][] GECO_SCORES = {{0.24132339638227174, 0.3449112843002351},
        {0.09539360074508729, 0.46232635012591006}, {0.12871145757876779, 0.3347590694277738}};

    @Test
    void aPaeModelScoresAsItDid() throws Exception {
        try (InputStream in = PaeModel.class.getResourceAsStream("pae-format1.bin")) {
            final PaeModel model = PaeModel.read(in);
            assertThat(model.settings()).isEqualTo(Synthetic.settings(8, 1));
            assertThat(model.settings().training().rates()).isEqualTo(RateCourse.steps(List.of(4)));
            try (PaeScorer scorer = new PaeScorer(model)) {
                assertThat(Synthetic.score(scorer, "fan", Synthetic.clip("fan", 0.9, 44, 900)))
                    .isCloseTo(47.87640938356372, within(47 * TOLERANCE));
                assertThat(Synthetic.score(scorer, "pump", Synthetic.clip("pump", 1.4, 44, 901)))
                    .isCloseTo(48.14468459497619, within(48 * TOLERANCE));
            }
        }
    }

    @Test
    void aGecoModelScoresAsItDid() throws Exception {
        try (InputStream in = GecoModel.class.getResourceAsStream("geco-format1.bin")) {
            final GecoModel model = GecoModel.read(in);
            assertThat(model.settings().training().rates()).isEqualTo(RateCourse.steps(List.of(3, 6)));
            assertThat(model.settings().training().stop()).isEqualTo(StopRules.NONE);
            assertThat(model.settings().training().memoryMegabytes()).isZero();
            try (GecoScorer scorer = new GecoScorer(model)) {
                for (int m = 0; m < GECO_SCORES.length; m++) {
                    final MachineId machine = TinyGeco.MACHINES.get(m);
                    assertThat(scorer.score(machine, TinyGeco.clip(m, 47, 902), "").score())
                        .isCloseTo(GECO_SCORES[m][0], within(TOLERANCE));
                    assertThat(scorer.score(machine, TinyGeco.clip((m + 1) % 3, 47, 903), "").score())
                        .isCloseTo(GECO_SCORES[m][1], within(TOLERANCE));
                }
            }
        }
    }
}
