package org.geco.asd.nodes.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.ensemble.Level;
import org.geco.asd.ensemble.ScoreEnsemble;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.predict.ScoredClips;
import org.geco.asd.nodes.table.ClipPlace;
import org.geco.asd.nodes.table.MachineColumns;
import org.geco.asd.nodes.table.ScoreCells;
import org.geco.asd.nodes.view.Kept;
import org.geco.asd.nodes.view.NodeView;
import org.geco.asd.nodes.view.Reply;
import org.geco.asd.nodes.view.ShownRows;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultView;
import org.knime.node.DefaultView.RequireViewParameters;
import org.knime.node.DefaultView.ViewInput;

/** What the page of the Score Ensemble Predictor shows; its public methods are what the page calls. */
public final class EnsembleView {
    static final Function<RequireViewParameters, DefaultView> PAGE = NodeView.of("ensemble", """
        For each machine the distributions of its scores, each in deviations from what is usual, and of the combined
        one; the weight of each score, or why it is left out; and how far the scores agree.
        """, EnsembleView::of, EnsembleView::start);

    /** Fewer clips say nothing of whether two scores agree. */
    private static final int FEWEST = 5;

    private final Source m_source;
    private final BufferedDataTable m_rows;
    private final ScoreEnsemble m_ensemble;
    private final SortedMap<MachineId, Integer> m_clips = new TreeMap<>();
    private final List<MachineId> m_machines;

    /** Where in the table of combined scores is what; −1 for what it lacks. */
    record Source(ClipPlace place, MachineColumns.Cells machine, int split, int label, int[] scores, int combined) {
        static Source of(final DataTableSpec spec, final MachineColumns.Cells machine, final List<Integer> scores) {
            return new Source(ClipPlace.on(spec), machine, find(spec, Columns.SPLIT), find(spec, Columns.LABEL),
                scores.stream().mapToInt(i -> i).toArray(), spec.getNumColumns());
        }

        private static int find(final DataTableSpec spec, final String column) {
            return Columns.find(spec, column, StringValue.class);
        }
    }

    record Start(String score, String method, List<Row> machines) { }

    record Row(String name, int clips, List<Part> parts) { }

    /** @param weight share of the weights of all parts that count; missing if it is left out, for which the note is */
    record Part(String name, Optional<Double> weight, int heldOut, Optional<Double> usual, Optional<Double> deviation,
        String note) { }

    /**
     * The clips of a machine by each part, in deviations from what is usual, and by the combined score at last.
     *
     * @param agreement rank correlation of each pair of parts over the clips; missing for too few clips
     */
    record Machine(List<List<Point>> parts, List<List<Optional<Double>>> agreement) { }

    record Point(String text, String kind, double score) { }

    private EnsembleView(final ViewInput input) throws AsdException {
        m_source = Kept.read(input, Source.class);
        m_rows = (BufferedDataTable)input.getInternalPortObjects()[1];
        m_ensemble = ((EnsemblePortObject)input.getInternalPortObjects()[2]).model();
        m_rows.forEach(row -> m_clips.merge(m_source.machine().told(row), 1, Integer::sum));
        m_machines = m_clips.keySet().stream()
            .filter(machine -> m_ensemble.machines().stream().anyMatch(known -> known.type().equals(machine.type())))
            .toList();
    }

    private static EnsembleView of(final ViewInput input) {
        try {
            return new EnsembleView(input);
        } catch (AsdException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    Start start() {
        return new Start(m_rows.getDataTableSpec().getColumnSpec(m_source.combined()).getName(), m_ensemble.training(),
            m_machines.stream()
                .map(machine -> new Row(machine.toString(), m_clips.get(machine), parts(machine))).toList());
    }

    private List<DataRow> rows(final MachineId machine) {
        final List<DataRow> rows = new ArrayList<>();
        m_rows.forEach(row -> {
            if (m_source.machine().told(row).equals(machine)) {
                rows.add(row);
            }
        });
        return rows;
    }

    private List<Part> parts(final MachineId machine) {
        final List<Level> levels = m_ensemble.levels(machine);
        final List<Double> weights = m_ensemble.settings().weights();
        final double sum = IntStream.range(0, levels.size()).filter(i -> levels.get(i).scale().isPresent())
            .mapToDouble(weights::get).sum();
        return IntStream.range(0, levels.size()).mapToObj(i -> {
            final Optional<Level.Scale> scale = levels.get(i).scale();
            return new Part(m_ensemble.settings().scores().get(i), scale.map(s -> weights.get(i) / sum),
                levels.get(i).clips(), scale.map(Level.Scale::location), scale.map(Level.Scale::deviation),
                levels.get(i).note());
        }).toList();
    }

    /** @return a machine's clips by each of its scores, and how far the scores agree */
    public String machine(final int index) {
        return Reply.of(() -> shown(m_machines.get(index)));
    }

    private Machine shown(final MachineId machine) {
        final int parts = m_source.scores().length;
        final List<List<Point>> points = new ArrayList<>();
        IntStream.rangeClosed(0, parts).forEach(i -> points.add(new ArrayList<>()));
        final List<double[]> complete = new ArrayList<>();
        for (final DataRow row : rows(machine)) {
            final List<Outcome<Double>> all = new ArrayList<>(m_ensemble.standardised(machine,
                IntStream.of(m_source.scores()).mapToObj(i -> ScoreCells.value(row.getCell(i))).toList()));
            all.add(ScoreCells.value(row.getCell(m_source.combined())));
            for (int i = 0; i <= parts; i++) {
                if (all.get(i).isPresent()) {
                    points.get(i).add(new Point(ShownRows.name(row, m_source.place()), kind(row), all.get(i).value()));
                }
            }
            complete.add(all.stream().limit(parts).mapToDouble(z -> z.toOptional().orElse(Double.NaN)).toArray());
        }
        return new Machine(points, IntStream.range(0, parts).mapToObj(a -> IntStream.range(0, parts)
            .mapToObj(b -> agreement(complete, a, b)).toList()).toList());
    }

    private String kind(final DataRow row) {
        return ScoredClips.kind(ShownRows.text(row, m_source.split()), ShownRows.text(row, m_source.label()));
    }

    /** Over the clips that have both. */
    private static Optional<Double> agreement(final List<double[]> clips, final int a, final int b) {
        final List<double[]> both =
            clips.stream().filter(z -> !Double.isNaN(z[a]) && !Double.isNaN(z[b])).toList();
        return both.size() < FEWEST ? Optional.empty()
            : Optional.of(new SpearmansCorrelation().correlation(both.stream().mapToDouble(z -> z[a]).toArray(),
                both.stream().mapToDouble(z -> z[b]).toArray())).filter(Double::isFinite);
    }
}
