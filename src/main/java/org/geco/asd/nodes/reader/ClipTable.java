package org.geco.asd.nodes.reader;

import java.util.List;
import java.util.Optional;

import org.geco.asd.audio.AudioFiles;
import org.geco.asd.audio.AudioInfo;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.SoundClip;
import org.geco.asd.nodes.knime.BadClips;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.table.ScoreCells;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Clips as a table, one a row; reads the header of each sound file. */
final class ClipTable {

    static final DataTableSpec SPEC = new DataTableSpec(column(Columns.PATH, StringCell.TYPE),
        column(Columns.MACHINE_TYPE, StringCell.TYPE), column(Columns.MACHINE_ID, StringCell.TYPE),
        Columns.choice(Columns.SPLIT, Columns.TRAIN, Columns.TEST),
        Columns.choice(Columns.LABEL, Columns.NORMAL, Columns.ANOMALY),
        column(Columns.SECONDS, DoubleCell.TYPE), column(Columns.SAMPLE_RATE, IntCell.TYPE),
        column(Columns.CHANNELS, IntCell.TYPE));

    private final BadClips m_badClips = new BadClips();

    private final List<SoundClip> m_clips;

    ClipTable(final List<SoundClip> clips) {
        m_clips = clips;
    }

    BufferedDataTable create(final ExecutionContext exec, final ProgressMonitor progress) {
        final BufferedDataContainer container = exec.createDataContainer(SPEC);
        try {
            for (int i = 0; i < m_clips.size(); i++) {
                progress.checkCanceled();
                container.addRowToTable(row(i));
                progress.report((i + 1) / (double)m_clips.size(), "Clip " + (i + 1) + " of " + m_clips.size());
            }
        } finally {
            container.close();
        }
        return container.getTable();
    }

    private DefaultRow row(final int index) {
        final SoundClip clip = m_clips.get(index);
        final DataCell label = clip.label() == Label.UNKNOWN ? new MissingCell("The file name has no label.")
            : new StringCell(clip.label().text());
        final Outcome<AudioInfo> header = Outcome.attempt(() -> AudioFiles.readInfo(clip.path()));
        return new DefaultRow(RowKey.createRowKey((long)index), new StringCell(clip.path().toString()),
            new StringCell(clip.machine().type()), new StringCell(clip.machine().id()),
            new StringCell(clip.split().text()), label,
            m_badClips.cell(index, header, info -> new DoubleCell(info.seconds())),
            ScoreCells.cell(header, info -> new IntCell(info.sampleRate())),
            ScoreCells.cell(header, info -> new IntCell(info.channels())));
    }

    /** @return the warning that counts the clips whose header could not be read, after {@link #create} */
    Optional<String> warning() {
        return m_badClips.warning(m_clips.size(), "clips have no readable header");
    }

    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }
}
