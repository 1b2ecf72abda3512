package org.geco.asd.methods.pae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.clips.ReadAhead;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.concurrent.SideBySide;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.learn.PartClips;
import org.geco.asd.learn.PartName;
import org.geco.asd.learn.Parts;
import org.geco.asd.learn.Training;
import org.geco.asd.learn.TrainingOptions;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.learn.checkpoint.Fingerprint;
import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.learn.history.TrainingListener;
import org.geco.asd.learn.types.TypeModel;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nn.optim.RateCourse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Training the PAEs of several machine types at the same time. */
@Timeout(120)
class TypesAtOnceTest {

    private static final String[] TYPES = {"fan", "pump", "slider", "valve"};

    private final List<String> m_reports = new ArrayList<>();

    private final Set<String> m_threads = Collections.synchronizedSet(new TreeSet<>());

    private final List<Double> m_progress = Collections.synchronizedList(new ArrayList<>());

    private final ProgressMonitor m_monitor = new ProgressMonitor() {
        @Override
        public void report(final double fraction, final String message) {
            m_progress.add(fraction);
            m_threads.add(Thread.currentThread().getName());
        }

        @Override
        public void checkCanceled() {
            // nobody cancels
        }
    };

    @AfterEach
    void noThreadIsLeft() {
        assertThat(Thread.getAllStackTraces().keySet()).noneMatch(
            t -> t.getName().startsWith(SideBySide.THREAD) || t.getName().equals(ReadAhead.THREAD));
    }

    /** Wide enough that products run on several threads. */
    private static PaeSettings settings(final int typesAtOnce) {
        return new PaeSettings(new PaeArchitecture(5, 64, 1, 16, 32, 1, 4, 4),
            PaeSettings.of(Synthetic.TINY, 3, 128, 1).training().withSeed(5).withResources(0, typesAtOnce), 1, 1);
    }

    private static PaeSettings endless(final int typesAtOnce) {
        return new PaeSettings(Synthetic.TINY, TrainingSettings.of(100_000, 32, 1e-3, RateCourse.steps(List.of(2)))
            .withSeed(1).withResources(0, typesAtOnce), 1, 1);
    }

    /** The bytes of the models of all types; not of the settings, which differ. */
    private String train(final int typesAtOnce) throws Exception {
        m_reports.clear();
        m_progress.clear();
        m_threads.clear();
        final PaeModel model = Training.run(new PaeLearner(settings(typesAtOnce)), Synthetic.source(8, TYPES),
            m_monitor, report -> m_reports.add(report.toString()));
        final StringBuilder bits = new StringBuilder();
        for (final TypeModel type : model.types().values()) {
            bits.append(Fingerprint.checksum(type.members().get(0))).append(type.standardisation()).append(' ');
        }
        return bits.toString();
    }

    @Test
    void howManyAreTrainedAtOnceChangesNoBitOfModelsAndHistory() throws Exception {
        final String oneByOne = train(1);
        final List<String> reports = List.copyOf(m_reports);
        assertThat(reports).hasSize(4 * 3);
        assertThat(m_threads).containsExactly(Thread.currentThread().getName());
        for (final int atOnce : new int[]{2, 4, 9}) {
            assertThat(train(atOnce)).as("%d at once", atOnce).isEqualTo(oneByOne);
            assertThat(m_reports).isEqualTo(reports);
            assertThat(m_progress).isSorted();
            assertThat(m_threads.stream().filter(name -> name.startsWith(SideBySide.THREAD)).collect(
                Collectors.toSet())).hasSizeBetween(2, Math.min(4, atOnce));
        }
    }

    @Test
    void typesTrainedApartAndJoinedAreTheModelBitForBit() throws Exception {
        final PaeLearner learner = new PaeLearner(settings(2));
        final ClipSource clips = Synthetic.source(8, TYPES);
        final List<PaeModel> types = new ArrayList<>();
        for (final PartName name : PartName.ofAll(learner, List.of(new MachineId("valve", "00"),
            new MachineId("pump", "00"), new MachineId("fan", "01"), new MachineId("fan", "00"),
            new MachineId("slider", "00")))) {
            types.add(Training.part(name, learner, clips, TrainingOptions.none(), ProgressMonitor.NONE, report -> { })
                .get());
        }
        assertThat(types).extracting(model -> model.types().firstKey()).containsExactly(TYPES);
        assertThat(bytes(learner.joined(types)))
            .isEqualTo(bytes(Training.run(learner, clips, ProgressMonitor.NONE, report -> { })));
    }

    private static byte[] bytes(final PaeModel model) throws Exception {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.with(model.provenance().orElseThrow().repeatable()).write(out);
        return out.toByteArray();
    }

    @Test
    void ofATypeWithoutUsableClipsThereIsAReasonInsteadOfAModel() throws Exception {
        final ClipSource clips = Synthetic.source(List.of(Synthetic.clip("fan", 0.9, 40, 1),
            Synthetic.clip("pump", 0.9, 4, 2)), List.of(new MachineId("fan", "00"), new MachineId("pump", "00")));
        assertThat(Training.part(new PartName("PAE", "pump"), new PaeLearner(settings(1)), clips,
            TrainingOptions.none(), ProgressMonitor.NONE, report -> { }).reason())
            .startsWith("None of the 1 clips for the PAE of pump can be trained on:");
    }

    @Test
    void aTypeThatCannotBeTrainedStopsTheOthersAndIsNamed() {
        final ClipSource all = Synthetic.source(8, TYPES);
        final ClipSource failing = new ClipSource() {
            private int m_loads;

            @Override
            public int size() {
                return all.size();
            }

            @Override
            public MachineId machine(final int index) {
                return all.machine(index);
            }

            @Override
            public String name(final int index) {
                return all.name(index);
            }

            @Override
            public synchronized Spectrogram load(final int index) throws AsdException {
                // all are read once before training
                if (m_loads++ > size() + 1 && machine(index).type().equals("pump")) {
                    throw new AsdException(name(index) + " is gone.", "Bring it back.");
                }
                return all.load(index);
            }
        };
        assertThatThrownBy(() -> Training.run(new PaeLearner(endless(2)), failing, m_monitor, report -> { }))
            .isInstanceOf(AsdException.class).hasMessageContaining("is gone");
    }

    @Test
    void cancellingEndsAllOfThem() {
        final ProgressMonitor cancelled = new ProgressMonitor() {
            private volatile boolean m_training;

            @Override
            public void report(final double fraction, final String message) {
                m_training |= message.startsWith("PAE of pump: epoch 2");
            }

            @Override
            public void checkCanceled() {
                if (m_training) {
                    throw new CancellationException();
                }
            }
        };
        assertThatThrownBy(() -> Training.run(new PaeLearner(endless(3)), Synthetic.source(8, TYPES), cancelled,
            new TrainingListener() {
                @Override
                public void epochEnded(final EpochReport report) {
                    // not of interest
                }
            })).isInstanceOf(CancellationException.class);
    }

    private static List<PartClips> parts(final int mels, final int frames, final String... types) {
        final MelSettings mel = new MelSettings(16_000, 1024, 512, mels, 0, 8000);
        return Arrays.stream(types).map(type -> Parts.of(type, mel, frames)).toList();
    }

    @Test
    void coresAndMemoryDecideHowManyAtOnce() throws AsdException {
        final List<PartClips> six = parts(128, 1_000_000, "a", "b", "c", "d", "e", "f");
        final int large = 20_000;
        final PaeLearner paper = new PaeLearner(PaeSettings.PAPER);
        assertThat(Parts.atOnce(paper, six, large, 2)).isEqualTo(1);
        assertThat(Parts.atOnce(paper, six, large, 8)).isEqualTo(2);
        assertThat(Parts.atOnce(paper, six, large, 96)).isEqualTo(6);
        assertThat(Parts.atOnce(paper, six.subList(0, 1), large, 96)).isEqualTo(1);
        assertThat(Parts.atOnce(paper, six, 3000, 96)).isBetween(2, 5);
        assertThat(Parts.cacheBytes(paper, six, 3000, 96)).isLessThan(3000L << 20);
        assertThatThrownBy(() -> Parts.atOnce(paper, six, 100, 96))
            .isInstanceOf(AsdException.class).hasMessageContaining("Training a PAE needs about");
    }

    @Test
    void theUsersNumberIsTakenWhereMemoryAllows() throws AsdException {
        final List<PartClips> four = parts(8, 1000, "a", "b", "c", "d");
        assertThat(Parts.atOnce(new PaeLearner(settings(3)), four, 2000, 2)).isEqualTo(3);
        assertThat(Parts.atOnce(new PaeLearner(settings(9)), four, 2000, 2)).isEqualTo(4);
        final long need = PaeSession.bytes(settings(3).architecture(), 8, 128);
        final int forOneAndAHalf = (int)(need * 3 / 2 >> 20);
        assertThat(Parts.atOnce(new PaeLearner(settings(3)), four, forOneAndAHalf, 2)).isEqualTo(1);
    }
}
