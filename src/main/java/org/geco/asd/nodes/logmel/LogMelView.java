package org.geco.asd.nodes.logmel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.geco.asd.common.AsdException;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.table.ClipPlace;
import org.geco.asd.nodes.table.ScoreCells;
import org.geco.asd.nodes.table.SpectrogramValue;
import org.geco.asd.nodes.view.Kept;
import org.geco.asd.nodes.view.NodeView;
import org.geco.asd.nodes.view.Reply;
import org.geco.asd.nodes.view.ShownClip;
import org.geco.asd.nodes.view.ShownRows;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingValue;
import org.knime.core.data.StringValue;
import org.knime.node.DefaultView;
import org.knime.node.DefaultView.RequireViewParameters;
import org.knime.node.DefaultView.ViewInput;

/** What the page of the Log-Mel Extractor shows; its public methods are what the page calls. */
public final class LogMelView {
    static final Function<RequireViewParameters, DefaultView> PAGE = NodeView.of("log-mel", """
        The spectrogram of each clip over time and frequency, and its sound as it is learned from: the chosen channel
        at the chosen rate. A second clip can be kept beside it, in the same colours, to see and hear the difference.
        """, LogMelView::new, LogMelView::start);

    private final Source m_source;
    private final ShownRows m_rows;

    /** Where the clips and their spectrograms are in the table that is kept beside it. */
    record Source(ClipPlace place, int spectrogram) { }

    record Start(List<String> columns, List<Row> rows, long all) { }

    record Row(int index, String name, List<String> values, String problem) { }

    LogMelView(final ViewInput input) {
        m_source = Kept.read(input, Source.class);
        m_rows = new ShownRows(input.getInternalTables()[1]);
    }

    Start start() {
        final DataTableSpec spec = m_rows.table().getDataTableSpec();
        final List<String> columns =
            Stream.of(Columns.MACHINE_TYPE, Columns.MACHINE_ID, Columns.SPLIT, Columns.LABEL)
                .filter(name -> Columns.find(spec, name, StringValue.class) >= 0).toList();
        final List<Row> rows = new ArrayList<>();
        for (final DataRow row : m_rows.table()) {
            if (rows.size() == ShownRows.MOST) {
                break;
            }
            rows.add(row(rows.size(), row, columns.stream().map(spec::findColumnIndex).toList()));
        }
        return new Start(columns, rows, m_rows.table().size());
    }

    private Row row(final int index, final DataRow row, final List<Integer> columns) {
        final DataCell cell = row.getCell(m_source.spectrogram());
        return new Row(index, ShownRows.name(row, m_source.place()),
            columns.stream().map(column -> ScoreCells.text(row.getCell(column))).toList(),
            cell instanceof final MissingValue missing ? missing.getError() : "");
    }

    /** @return a clip to see and to hear */
    public String clip(final int index) {
        return Reply.of(() -> shown(index));
    }

    private ShownClip shown(final int index) throws AsdException {
        final DataRow row = m_rows.row(index);
        final DataCell cell = row.getCell(m_source.spectrogram());
        if (cell instanceof final MissingValue missing) {
            throw new AsdException("This clip has no spectrogram: " + missing.getError());
        }
        final SpectrogramValue spectrogram = (SpectrogramValue)cell;
        return ShownClip.of(m_source.place().of(row), spectrogram.getChannel(), spectrogram.getSpectrogram());
    }
}
