package org.geco.asd.nodes.outlier;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

import org.apache.commons.math3.stat.StatUtils;
import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.nodes.outlier.OutlierView.Row;
import org.geco.asd.nodes.view.NodeView;
import org.geco.asd.nodes.view.Reply;
import org.geco.asd.nodes.view.ShownRows;
import org.knime.node.DefaultView;
import org.knime.node.DefaultView.RequireViewParameters;
import org.knime.node.DefaultView.ViewInput;

/** What the page of the Outlier Learner shows; its public methods are what the page calls. */
public final class OutlierLearnerView {
    static final Function<RequireViewParameters, DefaultView> PAGE = NodeView.of("outlier-learner", """
        What was learned of each machine: from how many clips, with whose spread, and the scores that its own clips get
        from a model of all others; the clips with the highest ones to see and to hear.
        """, OutlierLearnerView::new, OutlierLearnerView::start);
    private static final double MEDIAN = 50;

    private final OutlierView m_view;
    private final SortedMap<MachineId, List<Outcome<Row>>> m_clips;

    record Start(String score, String method, boolean playable, List<Machine> machines) { }

    /** @param why a clip has no score; empty if all have one */
    record Machine(String name, int clips, int scored, Optional<Boolean> isPooled, Optional<Double> usual,
        Optional<Double> highest, Optional<String> why) { }

    OutlierLearnerView(final ViewInput input) {
        m_view = OutlierView.of(input);
        m_clips = m_view.clips();
    }

    Start start() {
        return new Start(m_view.score(), m_view.model().training(), m_view.isPlayable(),
            m_clips.entrySet().stream().map(machine -> told(machine.getKey(), machine.getValue())).toList());
    }

    private Machine told(final MachineId machine, final List<Outcome<Row>> clips) {
        final double[] scores = scored(clips).stream().mapToDouble(Row::score).toArray();
        return new Machine(machine.toString(), clips.size(), scores.length,
            scores.length == 0 ? Optional.empty() : m_view.model().isPooled(machine),
            Optional.of(scores).filter(all -> all.length > 0).map(all -> StatUtils.percentile(all, MEDIAN)),
            Optional.of(scores).filter(all -> all.length > 0).map(all -> all[0]),
            clips.stream().filter(clip -> !clip.isPresent()).map(Outcome::reason).findFirst());
    }

    private static List<Row> scored(final List<Outcome<Row>> clips) {
        return clips.stream().flatMap(clip -> clip.toOptional().stream()).sorted(OutlierView.HIGHEST_FIRST).toList();
    }

    /** @return the clips of a machine with the highest scores */
    public String machine(final int index) {
        return Reply.of(() -> scored(List.copyOf(m_clips.values()).get(index)).stream().limit(ShownRows.MOST).toList());
    }

    /** @return a clip to see and to hear */
    public String clip(final int index) {
        return m_view.clip(index);
    }
}
