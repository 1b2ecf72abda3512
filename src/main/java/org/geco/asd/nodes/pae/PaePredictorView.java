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
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.predict.ScoredColumns;
import org.geco.asd.nodes.view.Kept;
import org.geco.asd.nodes.view.NodeView;
import org.geco.asd.nodes.view.Reply;
import org.geco.asd.nodes.view.ShownClip;
import org.geco.asd.nodes.view.ShownRows;
import org.geco.asd.statistics.SpectralStatistics;
import org.geco.asd.statistics.StatisticsSettings;
import org.knime.core.data.DataRow;
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

    private final ShownRows m_shown;
    private final PaeRows m_rows;
    private final PaeModelPortObject m_model;

    record Start(List<Row> rows, long all) { }

    record Row(int index, String name, MachineId machine, String split, String label, double score) { }

    /** A clip with its sound, or why that cannot be read, and what was predicted. */
    record Shown(Optional<ShownClip> clip, String silent, PredictedClip predicted) { }

    PaePredictorView(final ViewInput input) {
        m_shown = new ShownRows((BufferedDataTable)input.getInternalPortObjects()[1]);
        m_rows = new PaeRows(m_shown.table(), Kept.read(input, ScoredColumns.class));
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
        return m_rows.score(row).toOptional().map(score -> new Row(index, m_rows.name(row), m_rows.machine(row),
            m_rows.text(row, Columns.SPLIT), m_rows.text(row, Columns.LABEL), score));
    }

    /** @return a clip to see and to hear, with its prediction */
    public String clip(final int index) {
        return Reply.of(() -> shown(m_shown.row(index)));
    }

    /** @return the clip of the same machine held out of training whose mean spectrum is most similar */
    public String nearest(final int index) {
        return Reply.of(() -> nearestOf(index));
    }

    private Shown shown(final DataRow row) throws AsdException {
        final Spectrogram spectrogram = m_rows.spectrogram(row);
        final String path = m_rows.text(row, Columns.PATH);
        final Outcome<ShownClip> heard =
            Outcome.attempt(() -> ShownClip.of(path, ChannelChoice.single(1), spectrogram));
        return new Shown(heard.toOptional(),
            heard.isPresent() ? "" : path.isEmpty() ? "No sound: the table has no column Path." : heard.reason(),
            PredictedClip.of(spectrogram, m_rows.predicted(row, m_model.model())));
    }

    private Row nearestOf(final int index) throws AsdException {
        final DataRow chosen = m_shown.row(index);
        final MachineId machine = m_rows.machine(chosen);
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
        return MEAN.of(m_rows.spectrogram(row)).get();
    }
}
