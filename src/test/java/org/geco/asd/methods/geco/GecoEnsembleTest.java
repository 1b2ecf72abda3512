package org.geco.asd.methods.geco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.detect.ClipScore;
import org.geco.asd.detect.Provenance;
import org.geco.asd.learn.Interruption;
import org.geco.asd.learn.PartName;
import org.geco.asd.learn.Training;
import org.geco.asd.learn.TrainingOptions;
import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.methods.pae.PaeLearner;
import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.methods.pae.PaeReconstructor;
import org.geco.asd.methods.pae.Synthetic;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several networks that learn the same, each with its own random numbers. */
class GecoEnsembleTest {

    private static final GecoSettings PAIR = TinyGeco.settings(3, 5).with(1, 2);

    private static final Spectrogram CLIP = TinyGeco.clip(1, 70, 9);

    private static GecoModel pair;

    @TempDir
    private Path m_folder;

    private final Interruption.Log m_log = new Interruption.Log();

    @BeforeAll
    static void train() throws AsdException {
        pair = TinyGeco.train(PAIR, TinyGeco.source());
    }

    private GecoModel train(final GecoSettings settings, final TrainingOptions<GecoModel> options,
        final ProgressMonitor progress) throws AsdException {
        return Training.run(new GecoLearner(settings, TinyGeco.pae()), TinyGeco.source(), options, progress, m_log);
    }

    private static GecoModel only(final int member) {
        return TinyGeco.model(pair, PAIR.with(1, 1), List.of(pair.members().get(member)));
    }

    private static ClipScore score(final GecoModel model) throws AsdException {
        try (GecoScorer scorer = new GecoScorer(model)) {
            return scorer.score(TinyGeco.MACHINES.get(0), CLIP, "clip");
        }
    }

    @Test
    void theScoreIsTheMeanOfTheMembersAndTheEmbeddingHoldsThemAll() throws AsdException {
        final ClipScore first = score(only(0));
        final ClipScore second = score(only(1));
        final ClipScore both = score(pair);
        assertThat(first.score()).isNotEqualTo(second.score());
        assertThat(both.score()).isCloseTo((first.score() + second.score()) / 2, within(1e-12));
        assertThat(both.members()).containsExactly(first.score(), second.score());
        assertThat(first.members()).containsExactly(first.score());
        final int size = first.embedding().orElseThrow().length;
        assertThat(both.embedding().orElseThrow()).hasSize(2 * size);
        for (int i = 0; i < size; i++) {
            assertThat(both.embedding().orElseThrow()[i])
                .isCloseTo((float)(first.embedding().orElseThrow()[i] / Math.sqrt(2)), within(1e-7f));
            assertThat(both.embedding().orElseThrow()[size + i])
                .isCloseTo((float)(second.embedding().orElseThrow()[i] / Math.sqrt(2)), within(1e-7f));
        }
    }

    @Test
    void membersAreReportedOneAfterTheOtherAndTheClipsAreThoseOfAll() throws AsdException {
        final GecoModel model = train(PAIR, TrainingOptions.none(), ProgressMonitor.NONE);
        assertThat(m_log.infos()).first().isEqualTo("Training GeCo: 2 networks, 18 steps (3 epochs of 3 each).");
        assertThat(m_log.history()).extracting(EpochReport::part).containsExactly("member 1", "member 1", "member 1",
            "member 2", "member 2", "member 2");
        final Provenance provenance = model.provenance().orElseThrow();
        assertThat(provenance.clips()).extracting(Provenance.Clips::count).containsExactly(5, 5, 5);
        assertThat(provenance.parts()).extracting(Provenance.Part::name).containsExactly("member 1", "member 2");
        assertThat(model.training()).endsWith("mean of 2 networks");
    }

    @Test
    void membersTrainedApartAndJoinedAreTheEnsembleBitForBit() throws Exception {
        final GecoLearner learner = new GecoLearner(PAIR, TinyGeco.pae());
        final List<GecoModel> members = new ArrayList<>();
        for (final PartName name : PartName.ofAll(learner, TinyGeco.MACHINES)) {
            final GecoModel member = Training.part(name, learner, TinyGeco.source(), TrainingOptions.none(),
                ProgressMonitor.NONE, m_log).get();
            members.add(GecoModel.read(new ByteArrayInputStream(TinyGeco.bytes(member))));
        }
        assertThat(members).hasSize(2).allSatisfy(member -> assertThat(member.members()).hasSize(1));
        assertThat(TinyGeco.bytes(learner.joined(members))).isEqualTo(TinyGeco.bytes(pair));
    }

    @Test
    void aModelReadAgainIsTheSameAndScoresBitEqual() throws Exception {
        final byte[] file = TinyGeco.bytes(pair);
        final GecoModel read = GecoModel.read(new ByteArrayInputStream(file));
        assertThat(TinyGeco.bytes(read)).isEqualTo(file);
        assertThat(score(read).score()).isEqualTo(score(pair).score());
        assertThat(score(read).embedding().orElseThrow()).isEqualTo(score(pair).embedding().orElseThrow());
    }

    @Test
    void anEnsembleThatWasCancelledEndsAsIfItHadNotBeen() throws AsdException {
        final TrainingOptions<GecoModel> options = Interruption.checkpoints(m_folder, 1);
        assertThatThrownBy(() -> train(PAIR, options, Interruption.cancelAt("GeCo, network 2 of 2: epoch 2", 1)))
            .isInstanceOf(CancellationException.class);
        assertThat(TinyGeco.bytes(train(PAIR, options, ProgressMonitor.NONE))).isEqualTo(TinyGeco.bytes(pair));
        assertThat(m_log.warnings()).last().asString()
            .startsWith("The training of GeCo, network 2 of 2 was taken up again after epoch 1");
        assertThat(m_log.infos()).last()
            .isEqualTo("Training GeCo: 2 networks, 18 steps (3 epochs of 3 each), 6 of them still to be done.");
        assertThat(m_folder).isEmptyDirectory();
    }

    @Test
    void trainedFurtherEachMemberStartsFromItself() throws AsdException {
        final GecoModel further = train(PAIR.with(PAIR.training().withSeed(6)),
            Interruption.further(pair), ProgressMonitor.NONE);
        assertThat(further.members()).hasSize(2);
        assertThat(further.members().get(0).weights().get("classifier.bias").values())
            .isNotEqualTo(further.members().get(1).weights().get("classifier.bias").values());
        assertThatThrownBy(() -> train(PAIR.with(1, 3), Interruption.further(pair), ProgressMonitor.NONE))
            .isInstanceOf(AsdException.class).hasMessageContaining("2 ensemble members")
            .hasMessageContaining("settings say 3");
    }

    @Test
    void eachNetworkLearnsFromThePaeInTheSamePlace() throws AsdException {
        final PaeModel paes = Training.run(new PaeLearner(Synthetic.settings(1, 3).withMembers(2)), TinyGeco.source(),
            ProgressMonitor.NONE, m_log);
        final GecoModel both = train(paes);
        final GecoModel withFirst = train(Synthetic.only(paes, 1));
        final GecoModel withSecond = train(Synthetic.only(paes, 2));
        assertThat(bias(both, 0)).isEqualTo(bias(withFirst, 0)).isNotEqualTo(bias(withSecond, 0));
        assertThat(bias(both, 1)).isEqualTo(bias(withSecond, 1)).isNotEqualTo(bias(withFirst, 1));
    }

    private GecoModel train(final PaeModel paes) throws AsdException {
        try (PaeReconstructor reconstructor = new PaeReconstructor(paes)) {
            return Training.run(new GecoLearner(TinyGeco.settings(1, 5).with(1, 2), Optional.of(reconstructor)),
                TinyGeco.source(), ProgressMonitor.NONE, m_log);
        }
    }

    private static float[] bias(final GecoModel model, final int member) {
        return model.members().get(member).weights().get("classifier.bias").values();
    }

    @Test
    void whatPredictsForANetworkIsClosedWithIt() throws AsdException {
        final MeanReconstructor pae = new MeanReconstructor(Synthetic.MEL, "fan", "pump");
        Training.run(new GecoLearner(TinyGeco.settings(1, 1).with(1, 3), Optional.of(pae)), TinyGeco.source(),
            ProgressMonitor.NONE, m_log);
        assertThat(pae.closed()).isEqualTo(3);
    }

    @Test
    void morePatchesOfAClipMakeMoreSteps() throws AsdException {
        final MeanReconstructor pae = new MeanReconstructor(Synthetic.MEL, "fan", "pump");
        Training.run(new GecoLearner(TinyGeco.settings(1, 1).with(3, 1), Optional.of(pae)), TinyGeco.source(),
            ProgressMonitor.NONE, m_log);
        // 15 clips, 3 patches of each, in 8 batches of 6; a patch has 4 blocks
        assertThat(pae.masked().stream().mapToInt(masked -> masked.length).sum()).isEqualTo(8 * 6 * 4);
    }
}
