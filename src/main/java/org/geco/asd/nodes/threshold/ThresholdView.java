package org.geco.asd.nodes.threshold;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.evaluation.Bootstrap.Interval;
import org.geco.asd.evaluation.Decisions;
import org.geco.asd.evaluation.ScoredClip;
import org.geco.asd.nodes.table.SpectrogramValue;
import org.geco.asd.nodes.view.Kept;
import org.geco.asd.nodes.view.NodeView;
import org.geco.asd.nodes.view.Reply;
import org.geco.asd.nodes.view.ShownClip;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultView;
import org.knime.node.DefaultView.RequireViewParameters;
import org.knime.node.DefaultView.ViewInput;

/** What the page of the Anomaly Threshold Predictor shows; its public methods are what the page calls. */
public final class ThresholdView {
    static final Function<RequireViewParameters, DefaultView> PAGE = NodeView.of("threshold", """
        Each machine's held-out normal scores and the scores of the judged clips, with the threshold between; the
        false-alarm rate that was promised and, where clips have labels, the one that came about with its 95 %
        interval; machines whose held-out clips are too few; and the clips that are called anomalous, with their
        p-values, to see and to hear.
        """, ThresholdView::new, ThresholdView::start);

    private static final int P_VALUE = 1;
    private static final int DECISION = 2;
    private static final Decisions NONE = new Decisions(0, 0, 0, 0, List.of());

    private final JudgedTable m_judged;
    private final List<ScoredClip> m_clips;
    private final ChannelChoice m_channel;
    private final long m_leftOut;

    /**
     * @param leftOut clips of the table that were learned from, which say nothing of fresh ones
     * @param undecided clips without a decision, and why the first of them has none
     */
    record Start(String score, double rate, boolean playable, long leftOut, long undecided, String why,
        List<Row> machines, Row all) { }

    /** @param clips those with a decision */
    record Row(String name, int heldOut, Optional<Double> threshold, Optional<Double> promised, String note,
        int clips, int called, int normal, int falseAlarms, Optional<Interval> interval, int anomalous, int found) { }

    record Machine(double[] heldOut, List<Clip> clips) { }

    record Clip(int index, String name, Label label, double score, double pValue, boolean called) { }

    ThresholdView(final ViewInput input) {
        m_judged = Kept.read(input, JudgedTable.class);
        final BufferedDataTable table = input.getInternalTables()[1];
        m_clips = m_judged.clips(table);
        m_channel = SpectrogramValue.channel(table, ChannelChoice.single(1));
        m_leftOut = table.size() - m_clips.size();
    }

    Start start() {
        final Map<MachineId, Decisions> decisions = Decisions.ofMachines(m_clips, DECISION);
        final List<Row> rows = m_judged.machines().stream().map(machine -> row(machine.id().toString(),
            machine.heldOut().length, machine.threshold(), machine.rate(), machine.note(), decisions(machine.id()),
            decisions.getOrDefault(machine.id(), NONE))).toList();
        final List<Outcome<Double>> undecided = m_clips.stream().map(clip -> clip.scores().get(DECISION))
            .filter(decision -> !decision.isPresent()).toList();
        return new Start(m_judged.scoreName(), m_judged.rate(), m_judged.place().path() >= 0, m_leftOut,
            undecided.size(),
            undecided.isEmpty() ? "" : undecided.get(0).reason(), rows,
            row("All machines", rows.stream().mapToInt(Row::heldOut).sum(), Optional.empty(), Optional.empty(), "",
                m_clips.stream().filter(ThresholdView::isDecided).toList(),
                Decisions.mean(List.copyOf(decisions.values()))));
    }

    private static Row row(final String name, final int heldOut, final Optional<Double> threshold,
        final Optional<Double> promised, final String note, final List<ScoredClip> clips, final Decisions d) {
        return new Row(name, heldOut, threshold, promised, note, clips.size(),
            (int)clips.stream().filter(ThresholdView::isCalled).count(), d.falsePositives() + d.trueNegatives(),
            d.falsePositives(), d.falseAlarmInterval(), d.truePositives() + d.falseNegatives(), d.truePositives());
    }

    private List<ScoredClip> decisions(final MachineId machine) {
        return m_clips.stream().filter(clip -> clip.machine().equals(machine) && isDecided(clip)).toList();
    }

    private static boolean isDecided(final ScoredClip clip) {
        return clip.scores().get(DECISION).isPresent();
    }

    private static boolean isCalled(final ScoredClip clip) {
        return clip.scores().get(DECISION).value() != 0;
    }

    /** @return one machine's held-out scores and judged clips */
    public String machine(final int index) {
        return Reply.of(() -> shown(m_judged.machines().get(index)));
    }

    private Machine shown(final JudgedTable.Machine machine) {
        final List<Clip> clips = new ArrayList<>();
        for (int i = 0; i < m_clips.size(); i++) {
            final ScoredClip clip = m_clips.get(i);
            if (clip.machine().equals(machine.id()) && isDecided(clip)) {
                clips.add(new Clip(i, ShownClip.name(clip.path()), clip.label(),
                    clip.scores().get(0).value(), clip.scores().get(P_VALUE).value(), isCalled(clip)));
            }
        }
        return new Machine(machine.heldOut(), clips);
    }

    /** @return a clip to see and to hear */
    public String clip(final int index) {
        return Reply.of(() -> ShownClip.of(m_clips.get(index).path(), m_channel));
    }
}
