package org.geco.asd.nodes.pae;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.apache.commons.math3.ml.distance.EuclideanDistance;
import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Clip;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.methods.pae.PaeReconstructor;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.predict.ScoredColumns;
import org.geco.asd.nodes.table.ScoreCells;
import org.geco.asd.nodes.table.SpectrogramValue;
import org.geco.asd.nodes.view.Kept;
import org.geco.asd.nodes.view.NodeView;
import org.geco.asd.nodes.view.Reply;
import org.geco.asd.nodes.view.ShownClip;
import org.geco.asd.nodes.view.ShownRows;
import org.geco.asd.statistics.SpectralStatistics;
import org.geco.asd.statistics.StatisticsSettings;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultView;
import org.knime.node.DefaultView.RequireViewParameters;
import org.knime.node.DefaultView.ViewInput;

/** What the page of the PAE Predictor shows; its public methods are what the page calls. */
public final class PaePredictorView {
    static final Function<RequireViewParameters, DefaultView> PAGE = NodeView.of("pae-predictor", """
        Of each scored clip the spectrogram, what the PAE predicted of it, and the squared error over time and
        frequency; the second with the largest error, to be heard again and again, and beside it the held-out clip of
        the same machine with the most similar mean spectrum. A clip is predicted when it is chosen.
        """, PaePredictorView::new, PaePredictorView::start);

    /** The nearest clip is looked for among so many. */
    private static final int MOST_COMPARED = 200;
    private static final SpectralStatistics MEAN =
        new SpectralStatistics(new StatisticsSettings(List.of(1.0), false, false));

    private final ScoredColumns m_columns;
    private final ShownRows m_rows;
    private final DataTableSpec m_spec;
    private final PaeModelPortObject m_model;

    record Start(List<Row> rows, long all) { }

    record Row(int index, String name, MachineId machine, String split, String label, double score) { }

    /** A clip with its sound, or why that cannot be read, and what was predicted. */
    record Shown(Optional<ShownClip> clip, String silent, PredictedClip predicted) { }

    PaePredictorView(final ViewInput input) {
        m_columns = Kept.read(input, ScoredColumns.class);
        m_rows = new ShownRows((BufferedDataTable)input.getInternalPortObjects()[1]);
        m_spec = m_rows.table().getDataTableSpec();
        m_model = (PaeModelPortObject)input.getInternalPortObjects()[2];
    }

    Start start() {
        final List<Row> rows = rows();
        return new Start(rows.stream().sorted(Comparator.comparingDouble(Row::score).reversed()).limit(ShownRows.MOST)
            .toList(), rows.size());
    }

    private List<Row> rows() {
        final List<Row> rows = new ArrayList<>();
        int index = 0;
        for (final DataRow row : m_rows.table()) {
            row(index++, row).ifPresent(rows::add);
        }
        return rows;
    }

    /** @return what the page lists of a row; empty if it has no score */
    private Optional<Row> row(final int index, final DataRow row) {
        return ScoreCells.value(row.getCell(m_columns.score())).toOptional().map(
            score -> new Row(index, ShownRows.name(row, Columns.find(m_spec, Columns.PATH, StringValue.class)),
                machine(row), text(row, Columns.SPLIT), text(row, Columns.LABEL), score));
    }

    private MachineId machine(final DataRow row) {
        return new MachineId(ScoreCells.text(row.getCell(m_columns.type())), text(row, Columns.MACHINE_ID));
    }

    /** @return of a column with the usual name, if the table has it */
    private String text(final DataRow row, final String column) {
        return ShownRows.text(row, Columns.find(m_spec, column, StringValue.class));
    }

    /** @return a clip to see and to hear, with its prediction */
    public String clip(final int index) {
        return Reply.of(() -> shown(m_rows.row(index)));
    }

    /** @return the clip of the same machine held out of training whose mean spectrum is most similar */
    public String nearest(final int index) {
        return Reply.of(() -> nearestOf(index));
    }

    private Spectrogram spectrogram(final DataRow row) throws AsdException {
        return SpectrogramValue.of(row.getCell(m_columns.spectrogram())).get();
    }

    private Shown shown(final DataRow row) throws AsdException {
        final Spectrogram spectrogram = spectrogram(row);
        final String path = text(row, Columns.PATH);
        final Outcome<ShownClip> heard =
            Outcome.attempt(() -> ShownClip.of(path, ChannelChoice.single(1), spectrogram));
        try (PaeReconstructor pae = new PaeReconstructor(m_model.model())) {
            final float[] predicted =
                pae.predict(new Clip(machine(row), spectrogram, row.getKey().getString()));
            return new Shown(heard.toOptional(),
                heard.isPresent() ? "" : path.isEmpty() ? "No sound: the table has no column Path." : heard.reason(),
                PredictedClip.of(spectrogram, predicted));
        }
    }

    private Row nearestOf(final int index) throws AsdException {
        final DataRow chosen = m_rows.row(index);
        final MachineId machine = machine(chosen);
        final double[] place = meanSpectrum(chosen);
        Optional<Row> nearest = Optional.empty();
        double least = Double.POSITIVE_INFINITY;
        int at = 0;
        int compared = 0;
        for (final DataRow row : m_rows.table()) {
            final Optional<Row> other = row(at++, row).filter(o -> o.index() != index && o.machine().equals(machine)
                && o.split().equals(Columns.HELD_OUT));
            if (other.isPresent() && compared++ < MOST_COMPARED) {
                final double distance = new EuclideanDistance().compute(place, meanSpectrum(row));
                if (distance < least) {
                    least = distance;
                    nearest = other;
                }
            }
        }
        return nearest.orElseThrow(() -> new AsdException(
            "No clip of this machine that was held out of training is among the scored ones."));
    }

    private double[] meanSpectrum(final DataRow row) throws AsdException {
        return MEAN.of(spectrogram(row)).get();
    }
}
