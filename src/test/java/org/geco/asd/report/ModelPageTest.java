package org.geco.asd.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.ensemble.EnsembleSettings;
import org.geco.asd.ensemble.ScoreEnsemble;
import org.geco.asd.evaluation.ScoredClip;
import org.geco.asd.learn.Training;
import org.geco.asd.methods.pae.PaeLearner;
import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.methods.pae.Synthetic;
import org.junit.jupiter.api.Test;

class ModelPageTest {

    @Test
    void tellsWhatATrainedModelIs() throws Exception {
        final PaeModel model = Training.run(new PaeLearner(Synthetic.settings(1, 1)), Synthetic.source(2, "fan"),
            ProgressMonitor.NONE, report -> { });
        final String html = ModelPage.html(model);
        assertThat(html).contains("<h1>PAE</h1>", "<td>fan 01</td><td>1 clip</td>", "all 1 epochs done",
            "<td>sample rate</td><td>16000</td>", "<td>training: epochs</td><td>1</td>")
            .doesNotContain("{{", "Optional[");
    }

    @Test
    void whatTookNoEpochsHasNoTable() throws Exception {
        final ScoreEnsemble ensemble = ScoreEnsemble.learn(EnsembleSettings.of(List.of("<b>", "score")),
            List.of(new ScoredClip("a", new MachineId("fan", "00"), Label.NORMAL,
                List.of(Outcome.of(1.0), Outcome.of(2.0)))));
        assertThat(ModelPage.html(ensemble)).contains("<td>fan 00</td><td>1 clip</td>", "&lt;b&gt;, score")
            .doesNotContain("ended because", "Features");
    }

    @Test
    void recordsAreToldInWords() {
        assertThat(ModelPage.facts(new Outer(Kind.TWO_WORDS, new Inner(0.5, Optional.empty()), List.of(1, 2))))
            .extracting(fact -> fact.name() + " = " + fact.value())
            .containsExactly("kind of it = two words", "inner: share = 0.5", "inner: limit = –", "milestones = 1, 2");
    }

    private enum Kind {
        TWO_WORDS
    }

    private record Inner(double share, Optional<Integer> limit) { }

    private record Outer(Kind kindOfIt, Inner inner, List<Integer> milestones) { }
}
