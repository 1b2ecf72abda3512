package org.geco.asd.nodes.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.geco.asd.detect.Model;
import org.geco.asd.detect.Provenance;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.nodes.table.ScoreCells;
import org.geco.asd.nodes.view.Kept;
import org.geco.asd.nodes.view.NodeView;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.IntValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultView;
import org.knime.node.DefaultView.RequireViewParameters;
import org.knime.node.DefaultView.ViewInput;

/** What the page of every learner shows: the course of its training, from the history, and what it was. */
public final class LearnerView {
    /** The view of a learner's node. */
    public static final Function<RequireViewParameters, DefaultView> PAGE = NodeView.of("learner", """
        The course of the training: losses, accuracies, learning rate and the weight of the contrast against epochs, for
        each machine type or all of them, with the epoch whose weights were kept; what it was trained on, how long it
        took and why it ended.
        """, LearnerView::new, LearnerView::start);

    private final Trained m_trained;
    private final BufferedDataTable m_history;

    /** What is kept beside the history. */
    record Trained(String method, String training, Map<String, Integer> clips, Map<String, Integer> kept,
        List<Fact> facts, List<String> said) {
        static Trained of(final Model model, final List<String> said) {
            final Map<String, Integer> clips = new LinkedHashMap<>();
            model.provenance().map(Provenance::clips).orElse(List.of()).forEach(
                own -> clips.merge(own.machine().type(), own.count(), Integer::sum));
            final Map<String, Integer> kept = new LinkedHashMap<>();
            parts(model).forEach(part -> kept.put(part.name(), part.kept()));
            return new Trained(model.method(), model.training(), clips, kept, facts(model, clips), said);
        }

        private static List<Fact> facts(final Model model, final Map<String, Integer> clips) {
            final MelSettings mel = model.mel();
            return List.of(new Fact("Machines", String.valueOf(model.machines().size())),
                new Fact("Training clips", String.valueOf(clips.values().stream().mapToInt(n -> n).sum())),
                new Fact("Mel bands", mel.mels() + " at " + mel.sampleRate() / 1000.0 + " kHz"),
                new Fact("Memory, beside the clips", parts(model).stream()
                    .max(Comparator.comparingLong(Provenance.Part::bytes)).map(Provenance.Part::memory).orElse("–")));
        }

        private static List<Provenance.Part> parts(final Model model) {
            return model.provenance().map(Provenance::parts).orElse(List.of());
        }
    }

    /** A number with its name. */
    record Fact(String name, String value) { }

    record Start(String method, String training, List<String> metrics, List<Part> parts, List<Fact> facts,
        List<String> said) { }

    /** One training, e.g. of a machine type, with a value of each metric for each epoch; the clips if known. */
    record Part(String name, Optional<Integer> clips, List<Integer> epochs,
        Map<String, List<Optional<Double>>> values, int kept, String stopped) { }

    LearnerView(final ViewInput input) {
        m_trained = Kept.read(input, Trained.class);
        m_history = input.getInternalTables()[1];
    }

    Start start() {
        final DataTableSpec spec = m_history.getDataTableSpec();
        final int epoch = spec.findColumnIndex(TrainingHistory.EPOCH);
        final List<String> metrics = IntStream.range(epoch + 1, spec.getNumColumns() - 1)
            .mapToObj(i -> spec.getColumnSpec(i).getName()).toList();
        final Map<String, List<DataRow>> rows = new LinkedHashMap<>();
        for (final DataRow row : m_history) {
            rows.computeIfAbsent(epoch == 0 ? "" : ScoreCells.text(row.getCell(0)), p -> new ArrayList<>()).add(row);
        }
        final List<Part> parts = new ArrayList<>();
        rows.forEach((name, own) -> parts.add(part(name, own, epoch, metrics)));
        return new Start(m_trained.method(), m_trained.training(), metrics, parts, m_trained.facts(), m_trained.said());
    }

    private Part part(final String name, final List<DataRow> rows, final int epoch, final List<String> metrics) {
        final Map<String, List<Optional<Double>>> values = new LinkedHashMap<>();
        for (int m = 0; m < metrics.size(); m++) {
            final int column = epoch + 1 + m;
            values.put(metrics.get(m), rows.stream()
                .map(row -> ScoreCells.value(row.getCell(column)).toOptional()).toList());
        }
        final DataRow last = rows.get(rows.size() - 1);
        return new Part(name, Optional.ofNullable(m_trained.clips().get(name)),
            rows.stream().map(row -> ((IntValue)row.getCell(epoch)).getIntValue()).toList(), values,
            m_trained.kept().get(name), ScoreCells.text(last.getCell(last.getNumCells() - 1)));
    }
}
