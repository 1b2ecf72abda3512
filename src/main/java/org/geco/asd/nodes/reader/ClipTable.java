package org.geco.asd.nodes.reader;

import java.util.List;
import java.util.Optional;

import org.geco.asd.audio.AudioFiles;
import org.geco.asd.audio.AudioInfo;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.Condition;
import org.geco.asd.dataset.SoundClip;
import org.geco.asd.nodes.knime.BadClips;
import org.geco.asd.nodes.knime.Columns;
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
        column(Columns.SPLIT, StringCell.TYPE), column(Columns.LABEL, StringCell.TYPE),
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
        final DataCell label = clip.condition() == Condition.UNKNOWN ? new MissingCell("The file name has no label.")
            : new StringCell(clip.condition().text());
        final DataCell[] header = header(index, clip);
        return new DefaultRow(RowKey.createRowKey((long)index), new StringCell(clip.path().toString()),
            new StringCell(clip.machine().type()), new StringCell(clip.machine().id()),
            new StringCell(clip.split().text()), label, header[0], header[1], header[2]);
    }

    private DataCell[] header(final int index, final SoundClip clip) {
        try {
            final AudioInfo info = AudioFiles.readInfo(clip.path());
            return new DataCell[]{new DoubleCell(info.seconds()), new IntCell(info.sampleRate()),
                new IntCell(info.channels())};
        } catch (AsdException e) {
            final DataCell missing = m_badClips.add(index, e);
            return new DataCell[]{missing, missing, missing};
        }
    }

    /** @return the warning that counts the clips whose header could not be read, after {@link #create} */
    Optional<String> warning() {
        return m_badClips.warning(m_clips.size(), "have no readable header");
    }

    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }
}
