package org.geco.asd.nodes.reader;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.geco.asd.audio.AudioFiles;
import org.geco.asd.audio.AudioInfo;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.SoundClip;
import org.geco.asd.nodes.knime.BadClips;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.table.NewTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Clips as a table, one a row; reads the header of each sound file. */
final class ClipTable {
    static final DataTableSpec SPEC = new DataTableSpec(NewTable.text(Columns.PATH),
        NewTable.text(Columns.MACHINE_TYPE), NewTable.text(Columns.MACHINE_ID),
        Columns.choice(Columns.SPLIT, Columns.TRAIN, Columns.HELD_OUT, Columns.TEST),
        Columns.choice(Columns.LABEL, Columns.NORMAL, Columns.ANOMALY), NewTable.number(Columns.SECONDS),
        NewTable.count(Columns.SAMPLE_RATE), NewTable.count(Columns.CHANNELS));

    private final BadClips m_badClips = new BadClips();
    private final BadClips m_cutOff = new BadClips();
    private final List<SoundClip> m_clips;

    ClipTable(final List<SoundClip> clips) {
        m_clips = clips;
    }

    BufferedDataTable create(final ExecutionContext exec, final ProgressMonitor progress) {
        try (NewTable table = new NewTable(exec, SPEC)) {
            for (int i = 0; i < m_clips.size(); i++) {
                progress.checkCanceled();
                add(i, table);
                progress.report((i + 1) / (double)m_clips.size(), "Clip " + (i + 1) + " of " + m_clips.size());
            }
            return table.closed();
        }
    }

    private void add(final int index, final NewTable table) {
        final SoundClip clip = m_clips.get(index);
        final Outcome<AudioInfo> header = Outcome.attempt(() -> AudioFiles.readInfo(clip.path()));
        header.toOptional().filter(AudioInfo::isCutOff)
            .ifPresent(info -> m_cutOff.add(index, "'" + clip.path() + "': " + info.lack()));
        table.add(clip.path().toString(), clip.machine().type(), clip.machine().id(), clip.split().text(),
            clip.label() == Label.UNKNOWN ? new MissingCell("The file name has no label.") : clip.label().text(),
            m_badClips.cell(index, header, info -> new DoubleCell(info.seconds())), header.map(AudioInfo::sampleRate),
            header.map(AudioInfo::channels));
    }

    /** @return the warnings that count the clips with an unreadable header and those cut off, after {@link #create} */
    List<String> warnings() {
        return Stream.of(m_badClips.warning(m_clips.size(), "clips have no readable header"),
            m_cutOff.warning(m_clips.size(), "clips are cut off")).flatMap(Optional::stream).toList();
    }
}
