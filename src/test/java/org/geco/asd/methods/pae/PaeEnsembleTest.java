package org.geco.asd.methods.pae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Clip;
import org.geco.asd.detect.ClipScore;
import org.geco.asd.detect.FrameReconstructor;
import org.geco.asd.detect.Provenance;
import org.geco.asd.learn.Interruption;
import org.geco.asd.learn.PartName;
import org.geco.asd.learn.Training;
import org.geco.asd.learn.TrainingOptions;
import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nn.tensor.Weights;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several networks of each machine type that learn the same, each with its own random numbers. */
class PaeEnsembleTest {

    private static final PaeSettings PAIR = Synthetic.settings(3, 5).withMembers(2);

    private static final ClipSource CLIPS = Synthetic.source(4, "fan", "pump");

    private static final MachineId FAN = new MachineId("fan", "00");

    private static final Spectrogram CLIP = Synthetic.clip("fan", 0.9, 47, 9);

    private static PaeModel pair;

    @TempDir
    private Path m_folder;

    private final Interruption.Log m_log = new Interruption.Log();

    @BeforeAll
    static void train() throws AsdException {
        pair = Training.run(new PaeLearner(PAIR), CLIPS, ProgressMonitor.NONE, report -> { });
    }

    private PaeModel train(final PaeSettings settings, final ClipSource clips, final TrainingOptions<PaeModel> options,
        final ProgressMonitor progress) throws AsdException {
        return Training.run(new PaeLearner(settings), clips, options, progress, m_log);
    }

    private static ClipScore score(final PaeModel model) throws AsdException {
        try (PaeScorer scorer = new PaeScorer(model)) {
            return scorer.score(FAN, CLIP, "clip");
        }
    }

    private static Weights fan(final PaeModel model, final int member) throws AsdException {
        return model.type("fan").members().get(member - 1);
    }

    private static float[] bias(final PaeModel model, final int member) throws AsdException {
        return fan(model, member).get("head.bias").values();
    }

    @Test
    void scoreAndErrorsByBandAreMeansOfTheMembers() throws AsdException {
        final ClipScore first = score(Synthetic.only(pair, 1));
        final ClipScore second = score(Synthetic.only(pair, 2));
        final ClipScore both = score(pair);
        assertThat(first.score()).isNotEqualTo(second.score());
        assertThat(both.score()).isCloseTo((first.score() + second.score()) / 2, within(1e-12));
        assertThat(both.members()).containsExactly(first.score(), second.score());
        assertThat(first.members()).containsExactly(first.score());
        for (int mel = 0; mel < CLIP.mels(); mel++) {
            final double mean = (Math.pow(10, first.embedding().orElseThrow()[mel] / 10)
                + Math.pow(10, second.embedding().orElseThrow()[mel] / 10)) / 2;
            assertThat(both.embedding().orElseThrow()[mel]).isCloseTo((float)(10 * Math.log10(mean)), within(1e-4f));
        }
    }

    @Test
    void membersAreReportedOneAfterTheOtherAndTheClipsAreThoseOfAll() throws AsdException {
        final PaeModel model = train(PAIR, CLIPS, TrainingOptions.none(), ProgressMonitor.NONE);
        assertThat(m_log.infos()).first().asString().startsWith("Training a PAE: 4 networks, ");
        assertThat(m_log.history()).extracting(EpochReport::part).containsExactly("fan member 1", "fan member 1",
            "fan member 1", "fan member 2", "fan member 2", "fan member 2", "pump member 1", "pump member 1",
            "pump member 1", "pump member 2", "pump member 2", "pump member 2");
        final Provenance provenance = model.provenance().orElseThrow();
        assertThat(provenance.clips()).extracting(Provenance.Clips::count).containsExactly(2, 2, 2, 2);
        assertThat(provenance.parts()).extracting(Provenance.Part::name).containsExactly("fan member 1",
            "fan member 2", "pump member 1", "pump member 2");
        assertThat(model.training()).endsWith("mean of 2 networks");
        assertThat(model.machines()).extracting(MachineId::toString).containsExactly("fan 00", "fan 01", "pump 00",
            "pump 01");
    }

    @Test
    void membersTrainedApartAndJoinedAreTheModelBitForBitAlsoFromAStart() throws Exception {
        for (final Optional<PaeModel> start : List.of(Optional.<PaeModel>empty(), Optional.of(pair))) {
            final ClipSource clips = Synthetic.source(2, "fan", "valve");
            final TrainingOptions<PaeModel> options =
                start.map(Interruption::further).orElse(TrainingOptions.none());
            final PaeLearner learner = new PaeLearner(Synthetic.settings(1, 5).withMembers(2));
            final List<PaeModel> parts = new ArrayList<>();
            for (final PartName name : PartName.ofAll(learner, List.of(FAN, new MachineId("valve", "00")))) {
                final PaeModel part =
                    Training.part(name, learner, clips, options, ProgressMonitor.NONE, m_log).get();
                assertThat(part.type(name.part()).members()).hasSize(1);
                parts.add(PaeModel.read(new ByteArrayInputStream(Synthetic.bytes(part))));
            }
            assertThat(parts).hasSize(4);
            assertThat(Synthetic.bytes(learner.joined(parts)))
                .isEqualTo(Synthetic.bytes(train(learner.settings(), clips, options, ProgressMonitor.NONE)));
        }
    }

    @Test
    void aModelReadAgainIsTheSameAndScoresBitEqual() throws Exception {
        final byte[] file = Synthetic.bytes(pair);
        final PaeModel read = PaeModel.read(new ByteArrayInputStream(file));
        assertThat(Synthetic.bytes(read)).isEqualTo(file);
        assertThat(score(read).score()).isEqualTo(score(pair).score());
        assertThat(score(read).embedding().orElseThrow()).isEqualTo(score(pair).embedding().orElseThrow());
    }

    @Test
    void aTrainingThatWasCancelledEndsAsIfItHadNotBeen() throws Exception {
        final TrainingOptions<PaeModel> options = Interruption.checkpoints(m_folder, 1);
        assertThatThrownBy(() -> train(PAIR, CLIPS, options,
            Interruption.cancelAt("PAE of pump, network 2 of 2: epoch 2", 1)))
                .isInstanceOf(CancellationException.class);
        assertThat(m_folder).isDirectoryContaining("glob:**pae-pump+member+2.00001.checkpoint");
        assertThat(Synthetic.bytes(train(PAIR, CLIPS, options, ProgressMonitor.NONE))).isEqualTo(Synthetic.bytes(pair));
        assertThat(m_log.warnings()).last().asString()
            .startsWith("The training of the PAE of pump, network 2 of 2 was taken up again after epoch 1");
        assertThat(m_folder).isEmptyDirectory();
    }

    @Test
    void oneMemberMoreIsAllThatIsTrainedWhereTheOthersAreKept() throws Exception {
        train(PAIR, CLIPS, Interruption.kept(m_folder), ProgressMonitor.NONE);
        final PaeModel three = train(PAIR.withMembers(3), CLIPS, Interruption.kept(m_folder),
            Interruption.cancelAt("PAE of fan, network 1", 1));
        assertThat(bias(three, 1)).isEqualTo(bias(pair, 1));
        assertThat(bias(three, 2)).isEqualTo(bias(pair, 2));
        assertThat(bias(three, 3)).isNotEqualTo(bias(pair, 1)).isNotEqualTo(bias(pair, 2));
    }

    @Test
    void trainedFurtherEachMemberStartsFromItselfAndTheOtherTypesKeepAll() throws AsdException {
        // so few and small steps that whoever starts from another member would be nearer to that one
        final PaeSettings settings = PaeSettings.of(Synthetic.TINY, 1, 1000, 1).withMembers(2);
        final PaeModel further =
            train(settings, Synthetic.source(4, "fan"), Interruption.further(pair), ProgressMonitor.NONE);
        for (int member = 1; member <= 2; member++) {
            assertThat(distance(bias(further, member), bias(pair, member))).isPositive()
                .isLessThan(0.1 * distance(bias(pair, 1), bias(pair, 2)));
        }
        assertThat(further.type("pump")).isEqualTo(pair.type("pump"));
        assertThatThrownBy(() -> train(PAIR.withMembers(3), CLIPS, Interruption.further(pair), ProgressMonitor.NONE))
            .isInstanceOf(AsdException.class).hasMessage("The PAE model to train further has 2 ensemble members, the "
                + "settings say 3 ensemble members.");
    }

    private static double distance(final float[] one, final float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs((double)one[i] - other[i]);
        }
        return sum;
    }

    @Test
    void numbersOfMembersOutOfTheirRangeAreRefused() {
        for (final int members : new int[]{0, 100}) {
            assertThatThrownBy(() -> PAIR.withMembers(members).check()).isInstanceOf(AsdException.class)
                .hasMessage("The PAE's number of ensemble members is " + members + ".");
        }
    }

    @Test
    void framesArePredictedByTheMemberInTheSamePlace() throws AsdException {
        final float[] block = Arrays.copyOf(CLIP.values(), 5 * CLIP.mels());
        final List<float[]> predicted = new ArrayList<>();
        try (PaeReconstructor pae = new PaeReconstructor(pair);
                PaeReconstructor first = new PaeReconstructor(Synthetic.only(pair, 1))) {
            for (int member = 1; member <= 3; member++) {
                try (FrameReconstructor one = pae.member(member)) {
                    predicted.add(one.predict("fan", block, new int[]{2}));
                }
            }
            assertThat(pae.fingerprint()).matches("\\w+ \\w+ \\w+ \\w+").isNotEqualTo(first.fingerprint());
        }
        assertThat(predicted.get(0)).isNotEqualTo(predicted.get(1)).isEqualTo(predicted.get(2));
        try (PaeReconstructor second = new PaeReconstructor(Synthetic.only(pair, 2))) {
            assertThat(second.predict("fan", block, new int[]{2})).isEqualTo(predicted.get(1));
        }
    }

    @Test
    void whatIsShownAsPredictedIsTheMeanOfTheMembers() throws AsdException {
        final Clip clip = new Clip(FAN, CLIP, "clip");
        final float[] first = PaeScorer.reconstruct(Synthetic.only(pair, 1), clip);
        final float[] second = PaeScorer.reconstruct(Synthetic.only(pair, 2), clip);
        final float[] both = PaeScorer.reconstruct(pair, clip);
        assertThat(first).hasSize(CLIP.values().length).isNotEqualTo(second);
        for (int i = 0; i < both.length; i++) {
            assertThat(both[i]).isCloseTo((first[i] + second[i]) / 2, within(1e-4f));
        }
    }
}
