package org.geco.asd.nodes.fusion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.evaluation.Evaluation;
import org.geco.asd.evaluation.Evaluator;
import org.geco.asd.evaluation.ScoredClip;
import org.geco.asd.fusion.GridSearch;
import org.geco.asd.fusion.ScorePair;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.view.Kept;
import org.geco.asd.nodes.view.NodeView;
import org.geco.asd.nodes.view.Reply;
import org.geco.asd.nodes.view.ShownRows;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultView;
import org.knime.node.DefaultView.RequireViewParameters;
import org.knime.node.DefaultView.ViewInput;

/** What the page of the Anomaly Score Fusion shows; its public methods are what the page calls. */
public final class FusionView {
    static final Function<RequireViewParameters, DefaultView> PAGE = NodeView.of("fusion", """
        The γ of each machine, the AUC of both scores alone and fused, and how the AUC changes with γ, where there are
        labels; the distribution of the fused scores.
        """, FusionView::new, FusionView::start);

    private static final double MAX_FPR = 0.1;
    private static final int STEPS = 50;
    private static final int PAE = 0;
    private static final int GECO = 1;
    private static final int FUSED = 2;

    private final FusedTable m_table;
    private final BufferedDataTable m_rows;
    private final List<Clip> m_clips = new ArrayList<>();
    private final List<MachineId> m_machines;

    /** A clip with both scores; the kind is what the page draws it as. */
    private record Clip(String name, String kind, ScorePair pair, double gamma) {
        /** Clips that models know say nothing of what they find. */
        ScoredClip scored(final double weight) {
            return new ScoredClip(name, pair.machine(), kind.equals(Columns.HELD_OUT) ? Label.UNKNOWN : pair.label(),
                List.of(pair.error(), pair.distance(), pair.fuse(weight)));
        }
    }

    record Start(String score, boolean usesLabels, long missing, List<Row> machines) { }

    /** AUC of each score, if the machine has labelled clips of both kinds. */
    record Row(String name, String type, double gamma, String detail, int clips, Optional<Double> pae,
        Optional<Double> geco, Optional<Double> fused) { }

    record Machine(Optional<Curves> curves, List<Point> points) { }

    record Point(String text, String kind, double score) { }

    /** The AUC at each γ, of each machine of a type that has one, and their mean. */
    record Curves(double[] gammas, List<Line> lines, double[] mean) { }

    record Line(String id, double[] auc) { }

    FusionView(final ViewInput input) {
        m_table = Kept.read(input, FusedTable.class);
        m_rows = input.getInternalTables()[1];
        for (final DataRow row : m_rows) {
            final ScorePair pair = m_table.pair(row);
            if (pair.isComplete()) {
                m_table.gamma(pair.machine().type()).ifPresent(gamma -> m_clips
                    .add(new Clip(ShownRows.name(row, m_table.place()), m_table.kind(row), pair, gamma.value())));
            }
        }
        m_machines = m_clips.stream().map(clip -> clip.pair().machine()).distinct().sorted().toList();
    }

    Start start() {
        final List<Evaluation> all = IntStream.of(PAE, GECO, FUSED).mapToObj(score -> new Evaluator(MAX_FPR)
            .evaluate(m_clips.stream().map(clip -> clip.scored(clip.gamma())).toList(), score)).toList();
        return new Start(m_rows.getDataTableSpec().getColumnSpec(m_table.score()).getName(), m_table.usesLabels(),
            m_rows.size() - m_clips.size(), m_machines.stream().map(machine -> row(machine, all)).toList());
    }

    private Row row(final MachineId machine, final List<Evaluation> all) {
        final FusedTable.GammaOf gamma = m_table.gamma(machine.type()).orElseThrow();
        final List<Optional<Double>> auc = all.stream().map(score -> score.machines()
            .filter(result -> result.machine().equals(machine)).findFirst().orElseThrow().metrics().auc().toOptional())
            .toList();
        return new Row(machine.toString(), machine.type(), gamma.value(), gamma.detail(),
            (int)m_clips.stream().filter(clip -> clip.pair().machine().equals(machine)).count(), auc.get(PAE),
            auc.get(GECO), auc.get(FUSED));
    }

    /** @return a machine's fused scores, and how the AUC of its type's machines depends on γ */
    public String machine(final int index) {
        return Reply.of(() -> {
            final MachineId machine = m_machines.get(index);
            return new Machine(curves(machine.type()),
                m_clips.stream().filter(clip -> clip.pair().machine().equals(machine))
                    .map(clip -> new Point(clip.name(), clip.kind(), clip.pair().fuse(clip.gamma()).value())).toList());
        });
    }

    private Optional<Curves> curves(final String type) {
        final List<Clip> clips = m_clips.stream().filter(clip -> clip.pair().machine().type().equals(type)).toList();
        final double gamma = clips.get(0).gamma();
        final double highest = gamma > 0 ? 2.5 * gamma : GridSearch.PAPER.to();
        final double[] gammas = IntStream.rangeClosed(0, STEPS).mapToDouble(i -> i * highest / STEPS).toArray();
        final List<Evaluation> results = DoubleStream.of(gammas).mapToObj(weight -> new Evaluator(MAX_FPR)
            .evaluate(clips.stream().map(clip -> clip.scored(weight)).toList(), FUSED)).toList();
        final List<Line> lines = new ArrayList<>();
        for (int m = 0; m < results.get(0).types().get(0).machines().size(); m++) {
            final int at = m;
            final List<Outcome<Double>> auc =
                results.stream().map(r -> r.types().get(0).machines().get(at).metrics().auc()).toList();
            if (auc.get(0).isPresent()) {
                lines.add(new Line(results.get(0).types().get(0).machines().get(m).machine().id(),
                    auc.stream().mapToDouble(Outcome::value).toArray()));
            }
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Curves(gammas, lines,
            results.stream().mapToDouble(r -> r.means().arithmetic().auc().value()).toArray()));
    }
}
