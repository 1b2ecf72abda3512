package org.geco.asd.nodes.outlier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.table.ClipPlace;
import org.geco.asd.nodes.table.MachineColumns;
import org.geco.asd.nodes.table.ScoreCells;
import org.geco.asd.nodes.table.SpectrogramValue;
import org.geco.asd.nodes.table.VectorCells;
import org.geco.asd.nodes.view.Kept;
import org.geco.asd.nodes.view.NodeView;
import org.geco.asd.nodes.view.Reply;
import org.geco.asd.nodes.view.ShownClip;
import org.geco.asd.nodes.view.ShownRows;
import org.geco.asd.outlier.OutlierModel;
import org.geco.asd.outlier.OutlierSettings;
import org.geco.asd.statistics.SpectralStatistics;
import org.geco.asd.statistics.StatisticsSettings;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultView;
import org.knime.node.DefaultView.RequireViewParameters;
import org.knime.node.DefaultView.ViewInput;

/** What the page of the Outlier Predictor shows; its public methods are what the page calls. */
public final class OutlierView {
    static final Function<RequireViewParameters, DefaultView> PAGE = NodeView.of("outlier", """
        The clips by descending outlier score; of the chosen one the frequency bands that carry its distance from normal
        clips, each statistic (such as maximum, mean and deviation over time) in its own colour, beside its spectrogram
        and its sound.
        """, OutlierView::of, OutlierView::start);

    private static final List<String> STATISTICS =
        List.of("Maximum", "Mean", "Deviation over time", "Change from frame to frame");
    private static final StatisticsSettings KNOWN = new StatisticsSettings(List.of(0.0, 1.0), true, true);
    private static final double SAME = 1e-6;
    static final Comparator<Row> HIGHEST_FIRST = Comparator.comparingDouble(Row::score).reversed();

    private final Source m_source;
    private final ShownRows m_rows;
    private final OutlierModel m_model;

    /** Where in the table of scored clips is what; −1 for what it lacks. */
    record Source(ClipPlace place, MachineColumns.Cells machine, int label, int vector, int spectrogram, int score) {
        static Source of(final VectorRows rows) {
            final DataTableSpec spec = rows.output();
            return new Source(ClipPlace.on(spec), rows.machine(),
                Columns.find(spec, Columns.LABEL, StringValue.class), rows.vector(),
                SpectrogramValue.column(spec), spec.getNumColumns() - 1);
        }
    }

    record Start(String score, String method, boolean mayBeNegative, long all, boolean playable, List<Row> rows) { }

    record Row(int index, String name, String machine, String label, double score) { }

    /** @param centres Hz of each band; empty if the values of a part are no bands of the clip's spectrogram */
    record Explained(double[] centres, List<Part> parts) { }

    record Part(String name, double distance, Optional<Double> usual, double[] contributions) { }

    private OutlierView(final ViewInput input) throws AsdException {
        m_source = Kept.read(input, Source.class);
        m_rows = new ShownRows((BufferedDataTable)input.getInternalPortObjects()[1]);
        m_model = ((OutlierModelPortObject)input.getInternalPortObjects()[2]).model();
    }

    static OutlierView of(final ViewInput input) {
        try {
            return new OutlierView(input);
        } catch (AsdException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    Start start() {
        final List<Row> rows = clips().values().stream().flatMap(List::stream).flatMap(row -> row.toOptional().stream())
            .sorted(HIGHEST_FIRST).toList();
        return new Start(score(), m_model.training(),
            m_model.settings().method() == OutlierSettings.Method.MAHALANOBIS, rows.size(), isPlayable(),
            rows.subList(0, Math.min(ShownRows.MOST, rows.size())));
    }

    OutlierModel model() {
        return m_model;
    }

    String score() {
        return m_rows.table().getDataTableSpec().getColumnSpec(m_source.score()).getName();
    }

    boolean isPlayable() {
        return m_source.place().path() >= 0;
    }

    /** @return the clips of each machine, or why one has no score */
    SortedMap<MachineId, List<Outcome<Row>>> clips() {
        final SortedMap<MachineId, List<Outcome<Row>>> clips = new TreeMap<>();
        int index = 0;
        for (final DataRow row : m_rows.table()) {
            final MachineId machine = m_source.machine().told(row);
            final int at = index++;
            clips.computeIfAbsent(machine, m -> new ArrayList<>()).add(ScoreCells.value(row.getCell(m_source.score()))
                .map(score -> new Row(at, ShownRows.name(row, m_source.place()), machine.toString(),
                    ShownRows.text(row, m_source.label()), score)));
        }
        return clips;
    }

    /** @return what a clip's score is made of */
    public String explain(final int index) {
        return Reply.of(() -> explained(m_rows.row(index)));
    }

    /** @return a clip to see and to hear */
    public String clip(final int index) {
        return Reply.of(() -> {
            final DataRow row = m_rows.row(index);
            final String path = m_source.place().of(row);
            return m_source.spectrogram() >= 0
                && row.getCell(m_source.spectrogram()) instanceof final SpectrogramValue spectrogram
                    ? ShownClip.of(path, spectrogram.getChannel(), spectrogram.getSpectrogram())
                    : ShownClip.of(path, ChannelChoice.single(1));
        });
    }

    private Outcome<Spectrogram> spectrogram(final DataRow row) {
        return m_source.spectrogram() < 0 ? Outcome.failed("The table has no spectrograms.")
            : SpectrogramValue.of(row.getCell(m_source.spectrogram()));
    }

    private Explained explained(final DataRow row) throws AsdException {
        final MachineId machine = m_source.machine().told(row);
        final double[] vector = VectorCells.values(row.getCell(m_source.vector())).get();
        final List<OutlierModel.Part> parts = m_model.explain(machine, vector).get();
        final Outcome<Spectrogram> spectrogram = spectrogram(row);
        final int length = vector.length / parts.size();
        final boolean ofBands = spectrogram.isPresent() && spectrogram.value().mels() == length;
        final double[] statistics =
            ofBands ? new SpectralStatistics(KNOWN).of(spectrogram.value()).get() : new double[0];
        return new Explained(ofBands ? spectrogram.value().settings().centres() : new double[0],
            IntStream.range(0, parts.size()).mapToObj(i -> new Part(name(i, Arrays.copyOfRange(vector, i * length,
                (i + 1) * length), statistics), parts.get(i).distance(), parts.get(i).usual(),
                parts.get(i).contributions())).toList());
    }

    /** Tells a part by its values: nothing else says what statistics a vector is made of. */
    private static String name(final int part, final double[] values, final double[] statistics) {
        return IntStream.range(0, statistics.length / values.length)
            .filter(s -> IntStream.range(0, values.length)
                .allMatch(i -> Math.abs(statistics[s * values.length + i] - values[i]) < SAME))
            .mapToObj(STATISTICS::get).findFirst().orElse("Part " + (part + 1));
    }
}
