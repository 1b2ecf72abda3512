package org.geco.asd.nodes.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.evaluation.Bootstrap;
import org.geco.asd.evaluation.Bootstrap.Interval;
import org.geco.asd.evaluation.Decisions;
import org.geco.asd.evaluation.Evaluation;
import org.geco.asd.evaluation.Evaluation.MachineResult;
import org.geco.asd.evaluation.Evaluation.TypeResult;
import org.geco.asd.evaluation.Evaluator;
import org.geco.asd.evaluation.Histogram;
import org.geco.asd.evaluation.Means;
import org.geco.asd.evaluation.Metric;
import org.geco.asd.evaluation.Metrics;
import org.geco.asd.evaluation.RocCurve;
import org.geco.asd.evaluation.ScoredClip;
import org.geco.asd.nodes.view.Kept;
import org.geco.asd.nodes.view.NodeView;
import org.geco.asd.nodes.view.Reply;
import org.geco.asd.nodes.view.ShownClip;
import org.knime.node.DefaultView;
import org.knime.node.DefaultView.RequireViewParameters;
import org.knime.node.DefaultView.ViewInput;

/** What the page of the Anomaly Scorer shows; its public methods are what the page calls. */
public final class ScorerView {
    static final Function<RequireViewParameters, DefaultView> PAGE = NodeView.of("scorer", """
        AUC and pAUC of each machine with 95 % intervals (bootstrap over the test clips); of the chosen machine the ROC
        curve with the part that the pAUC measures, the distributions of the scores of normal and of anomalous clips,
        right and wrong decisions if there are any, and the clips that the score is most wrong about, to see and to
        hear.
        """, ScorerView::new, ScorerView::start);

    private static final int WORST = 5;

    private final ScoredTable m_table;
    private final List<ScoredClip> m_clips;
    private final Evaluator m_evaluator;

    record Start(List<String> scores, boolean playable, boolean hasDecisions, double maxFpr, Scores first) { }

    /** The results of one score; each machine has its number among all machines. */
    record Scores(int score, List<Row> rows) { }

    record Row(String level, String type, String id, int machine, int normal, int anomalous, int leftOut,
        Measured auc, Measured partialAuc, Optional<Double> harmonicAuc, Optional<Decided> decisions) { }

    record Measured(Optional<Double> value, Optional<Double> low, Optional<Double> high, String why) { }

    record Decided(int truePositives, int falsePositives, int falseNegatives, int trueNegatives,
        Optional<Double> precision, Optional<Double> recall, Optional<Double> f1,
        Optional<Double> falseAlarmRate) { }

    record Machine(List<RocPoint> roc, Histogram histogram, List<Wrong> misses, List<Wrong> falseAlarms) { }

    record RocPoint(double falsePositiveRate, double truePositiveRate, Optional<Double> threshold) { }

    record Wrong(int index, String name, double score) { }

    ScorerView(final ViewInput input) {
        m_table = Kept.read(input, ScoredTable.class);
        m_clips = m_table.scoredClips();
        m_evaluator = new Evaluator(m_table.maxFpr());
    }

    Start start() {
        final int last = m_table.scores().size() - 1;
        return new Start(m_table.scores(), m_table.playable(), m_table.hasDecisions(), m_table.maxFpr(), scores(last));
    }

    /** @return the results of a score */
    public String score(final int index) {
        return Reply.of(() -> scores(index));
    }

    /** @return one machine's curve, distributions and worst clips */
    public String machine(final int score, final int machine) {
        return Reply.of(() -> shown(score, m_evaluator.evaluate(m_clips, score).machines().toList().get(machine)));
    }

    /** @return a clip to see and to hear */
    public String clip(final int index) {
        return Reply.of(() -> ShownClip.of(m_clips.get(index).path(), m_table.channel()));
    }

    private Scores scores(final int index) {
        final Evaluation evaluation = m_evaluator.evaluate(m_clips, index);
        final Bootstrap bootstrap = new Bootstrap(m_evaluator, m_clips, index);
        final Map<MachineId, Decisions> decisions = m_table.hasDecisions() && index == m_table.scores().size() - 1
            ? Decisions.ofMachines(m_clips, m_table.scores().size()) : Map.of();
        final List<Row> rows = new ArrayList<>();
        for (int t = 0; t < evaluation.types().size(); t++) {
            final int type = t;
            final TypeResult result = evaluation.types().get(type);
            for (int m = 0; m < result.machines().size(); m++) {
                final int machine = m;
                final MachineResult own = result.machines().get(machine);
                rows.add(row(MetricsTable.MACHINE_LEVEL, own.machine(), (int)rows.stream()
                    .filter(row -> row.machine() >= 0).count(), List.of(own), own.metrics(), Optional.empty(),
                    bootstrap, e -> e.types().get(type).machines().get(machine).metrics(), decisions));
            }
            rows.add(mean(MetricsTable.TYPE_LEVEL, result.type(), result.machines(), result.means(), bootstrap,
                e -> e.types().get(type).means().arithmetic(), decisions));
        }
        rows.add(mean(MetricsTable.OVERALL_LEVEL, "", evaluation.machines().toList(), evaluation.means(), bootstrap,
            e -> e.means().arithmetic(), decisions));
        return new Scores(index, rows);
    }

    private static Row mean(final String level, final String type, final List<MachineResult> machines,
        final Means means, final Bootstrap bootstrap, final Function<Evaluation, Metrics> metrics,
        final Map<MachineId, Decisions> decisions) {
        return row(level, new MachineId(type, ""), -1, machines, means.arithmetic(),
            means.harmonic().auc().toOptional(), bootstrap, metrics, decisions);
    }

    private static Row row(final String level, final MachineId machine, final int number,
        final List<MachineResult> members, final Metrics metrics, final Optional<Double> harmonicAuc,
        final Bootstrap bootstrap, final Function<Evaluation, Metrics> of, final Map<MachineId, Decisions> decisions) {
        final List<Decisions> own =
            members.stream().map(MachineResult::machine).filter(decisions::containsKey).map(decisions::get).toList();
        return new Row(level, machine.type(), machine.id(), number,
            members.stream().mapToInt(m -> m.scores().normals()).sum(),
            members.stream().mapToInt(m -> m.scores().anomalies()).sum(),
            members.stream().mapToInt(MachineResult::clipsLeftOut).sum(), measured(Metric.AUC, metrics, bootstrap, of),
            measured(Metric.PARTIAL_AUC, metrics, bootstrap, of), harmonicAuc,
            own.isEmpty() ? Optional.empty() : Optional.of(decided(Decisions.mean(own))));
    }

    private static Measured measured(final Metric metric, final Metrics metrics, final Bootstrap bootstrap,
        final Function<Evaluation, Metrics> of) {
        final Optional<Interval> interval = bootstrap.interval(of.andThen(m -> m.of(metric)));
        final Outcome<Double> value = metrics.of(metric);
        return new Measured(value.toOptional(), interval.map(Interval::low), interval.map(Interval::high),
            value.isPresent() ? "" : value.reason());
    }

    private static Decided decided(final Decisions d) {
        final List<Optional<Double>> rates = d.rates().stream().map(Outcome::toOptional).toList();
        return new Decided(d.truePositives(), d.falsePositives(), d.falseNegatives(), d.trueNegatives(), rates.get(0),
            rates.get(1), rates.get(2), rates.get(3));
    }

    private Machine shown(final int score, final MachineResult machine) {
        final List<RocPoint> roc = RocCurve.of(machine.scores()).points().stream()
            .map(p -> new RocPoint(p.falsePositiveRate(), p.truePositiveRate(),
                Optional.of(p.threshold()).filter(Double::isFinite))).toList();
        return new Machine(roc, Histogram.of(machine.scores()), worst(score, machine.machine(), Label.ANOMALY),
            worst(score, machine.machine(), Label.NORMAL));
    }

    /** Anomalous clips with the lowest scores, normal ones with the highest. */
    private List<Wrong> worst(final int score, final MachineId machine, final Label label) {
        final List<Wrong> clips = new ArrayList<>();
        for (int i = 0; i < m_clips.size(); i++) {
            final ScoredClip clip = m_clips.get(i);
            if (clip.machine().equals(machine) && clip.label() == label && clip.scores().get(score).isPresent()) {
                clips.add(new Wrong(i, ShownClip.name(clip.path()), clip.scores().get(score).value()));
            }
        }
        final Comparator<Wrong> ascending = Comparator.comparingDouble(Wrong::score);
        return clips.stream().sorted(label == Label.ANOMALY ? ascending : ascending.reversed()).limit(WORST).toList();
    }
}
