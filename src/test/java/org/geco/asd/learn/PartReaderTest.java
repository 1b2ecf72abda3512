package org.geco.asd.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.learn.stop.StopRules;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.methods.pae.PaeLearner;
import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.methods.pae.PaeSettings;
import org.geco.asd.methods.pae.Synthetic;
import org.junit.jupiter.api.Test;

/** Which clips are trained on, which are measured, and which are left out. */
class PartReaderTest {

    private final Interruption.Log m_log = new Interruption.Log();

    private final List<Spectrogram> m_clips = new ArrayList<>();

    private final List<MachineId> m_machines = new ArrayList<>();

    private void add(final String type, final String id, final int frames) {
        m_clips.add(Synthetic.clip(type, 0.9, frames, m_clips.size()));
        m_machines.add(new MachineId(type, id));
    }

    private void addBroken(final String type, final String id) {
        add(type, id, 40);
        m_clips.get(m_clips.size() - 1).values()[3] = Float.NaN;
    }

    /** The clips, some of them marked as held out. */
    private ClipSource source(final Integer... heldOut) {
        final ClipSource all = Synthetic.source(m_clips, m_machines);
        return new ClipSource() {
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
            public boolean isHeldOut(final int index) {
                return Set.of(heldOut).contains(index);
            }

            @Override
            public Spectrogram load(final int index) throws AsdException {
                return all.load(index);
            }
        };
    }

    private static PaeLearner learner(final StopRules rules) {
        final PaeSettings settings = Synthetic.settings(3, 1);
        return new PaeLearner(settings.with(settings.training().withStop(rules)));
    }

    private Outcome<PartClips> read(final ClipSource source, final StopRules rules) throws AsdException {
        return new PartReader(learner(rules), source, Synthetic.MEL).read(new PartName("PAE", "fan"),
            IntStream.range(0, source.size()).toArray(), ProgressMonitor.NONE, m_log::warning);
    }

    private PaeModel train(final ClipSource source, final StopRules rules) throws AsdException {
        return Training.run(learner(rules), source, ProgressMonitor.NONE, m_log);
    }

    @Test
    void clipsThatTheSourceMarksAreMeasuredAndNotTrainedOn() throws AsdException {
        for (int i = 0; i < 6; i++) {
            add("fan", "00", 40);
        }
        final PartClips clips = read(source(1, 4), StopRules.NONE).get();
        assertThat(clips.heldOut()).containsExactly(1, 4);
        assertThat(clips.training()).containsExactly(0, 2, 3, 5);
        final PartClips more = read(source(1, 4), new StopRules(0.25, 0, 0)).get();
        assertThat(more.heldOut()).as("and a quarter of the other four").hasSize(3).contains(1, 4);
        assertThat(clips.content()).as("another choice is another training")
            .isNotEqualTo(read(source(1, 5), StopRules.NONE).get().content());
        assertThat(m_log.warnings()).isEmpty();
    }

    @Test
    void aClipThatCannotBeUsedIsLeftOutAndCounted() throws AsdException {
        add("fan", "00", 40);
        add("fan", "00", 4);
        addBroken("fan", "00");
        add("fan", "00", 40);
        final PartClips clips = read(source(), StopRules.NONE).get();
        assertThat(clips.training()).containsExactly(0, 3);
        assertThat(clips.frames()).containsExactly(40, 40);
        assertThat(m_log.warnings()).singleElement().asString()
            .startsWith("2 of 4 clips for the PAE of fan are left out: ").contains("Row1 has 4 frames");
    }

    @Test
    void aHeldOutClipThatIsNotFiniteDoesNotStopEarlyStopping() throws AsdException {
        for (int i = 0; i < 4; i++) {
            add("fan", "00", 40);
        }
        addBroken("fan", "00");
        train(source(3, 4), new StopRules(0, 2, 0));
        assertThat(m_log.history()).hasSize(3)
            .allSatisfy(report -> assertThat(report.metrics().get(PaeLearner.HELD_OUT_LOSS)).isFinite());
        assertThat(m_log.history().get(2).stopped()).contains("is kept");
        assertThat(m_log.warnings()).first().asString().contains("1 of 5 clips").contains("Row4 holds values");
    }

    @Test
    void earlyStoppingWithoutHeldOutClipsIsRefused() {
        add("fan", "00", 40);
        add("fan", "00", 40);
        assertThatThrownBy(() -> train(source(), new StopRules(0, 5, 0))).isInstanceOf(AsdException.class)
            .hasMessageContaining("patience is 5").hasMessageContaining("no clips for the PAE of fan are held out");
    }

    @Test
    void aMachineThatNothingIsLearnedOfIsNotMeasured() throws AsdException {
        add("fan", "00", 40);
        add("fan", "00", 40);
        add("fan", "01", 40);
        final PartClips clips = read(source(1, 2), StopRules.NONE).get();
        assertThat(clips.heldOut()).containsExactly(1);
        assertThat(clips.machines()).containsExactly(new MachineId("fan", "00"));
        assertThat(m_log.warnings()).singleElement().asString().contains("Row2 is held out").contains("fan 01");
    }

    @Test
    void aTypeWithoutUsableClipsIsLeftOutUnlessItIsTheOnlyOne() throws AsdException {
        add("fan", "00", 40);
        add("pump", "00", 3);
        assertThat(train(source(), StopRules.NONE).types().keySet()).containsExactly("fan");
        assertThat(m_log.warnings()).anySatisfy(warning -> assertThat(warning)
            .startsWith("None of the 1 clips for the PAE of pump can be trained on").contains("3 frames"));
        m_clips.remove(0);
        m_machines.remove(0);
        assertThatThrownBy(() -> train(source(), StopRules.NONE)).isInstanceOf(AsdException.class)
            .hasMessageContaining("None of the 1 clips");
        assertThat(m_log.history().get(0).part()).isEqualTo("fan");
    }
}
