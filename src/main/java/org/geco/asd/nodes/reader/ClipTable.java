package org.geco.asd.nodes.reader;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.geco.asd.audio.AudioFiles;
import org.geco.asd.audio.AudioInfo;
import org.geco.asd.audio.Section;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.Cutting;
import org.geco.asd.dataset.Dataset;
import org.geco.asd.dataset.Domain;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.dataset.RecordingTime;
import org.geco.asd.dataset.SoundClip;
import org.geco.asd.nodes.knime.BadClips;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.table.NewTable;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Clips as a table, one a row; reads the header of each sound file. */
final class ClipTable {
    /** The columns that are always there, as the first ones. */
    static final DataTableSpec SPEC = new DataTableSpec(NewTable.text(Columns.PATH),
        NewTable.text(Columns.MACHINE_TYPE), NewTable.text(Columns.MACHINE_ID),
        Columns.choice(Columns.SPLIT, Columns.TRAIN, Columns.HELD_OUT, Columns.TEST),
        Columns.choice(Columns.LABEL, Columns.NORMAL, Columns.ANOMALY), NewTable.number(Columns.SECONDS),
        NewTable.count(Columns.SAMPLE_RATE), NewTable.count(Columns.CHANNELS));

    private final BadClips m_badClips = new BadClips();
    private final BadClips m_cutOff = new BadClips();
    private final BadClips m_rates = new BadClips();
    private final Map<MachineId, AudioInfo> m_firsts = new HashMap<>();
    private final BadClips m_tooShort = new BadClips();
    private final BadClips m_ends = new BadClips();
    private final Dataset m_files;
    private final Optional<Cutting> m_cutting;
    private final RecordedAt m_recordedAt;
    private final boolean m_domains;

    /** A clip of a file, all of it or a section, and what is known of the file. */
    private record Piece(SoundClip clip, Outcome<AudioInfo> header, Outcome<LocalDateTime> started,
        Outcome<Section> section) { }

    ClipTable(final Dataset files, final SoundClipReaderNodeParameters parameters) {
        m_files = files;
        m_cutting = parameters.cutting();
        m_recordedAt = parameters.m_recordedAt;
        m_domains = parameters.m_challenge.m_domains;
    }

    static DataTableSpec spec(final SoundClipReaderNodeParameters parameters) {
        final List<DataColumnSpec> columns = new ArrayList<>();
        SPEC.forEach(columns::add);
        if (parameters.cutting().isPresent()) {
            columns.addAll(List.of(NewTable.number(Columns.START), NewTable.number(Columns.END)));
        }
        if (parameters.m_recordedAt != RecordedAt.NONE) {
            columns.add(NewTable.text(Columns.RECORDED_AT));
        }
        if (parameters.m_challenge.m_domains) {
            columns.addAll(List.of(NewTable.text(Columns.DOMAIN), NewTable.text(Columns.ATTRIBUTES)));
        }
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    BufferedDataTable create(final ExecutionContext exec, final SoundClipReaderNodeParameters parameters,
        final ProgressMonitor progress, final Consumer<String> warnings) throws AsdException {
        final List<Piece> pieces = new ArrayList<>();
        final int files = m_files.clips().size();
        for (int i = 0; i < files; i++) {
            progress.checkCanceled();
            read(i, m_files.clips().get(i), pieces);
            progress.report((i + 1) / (double)files, "File " + (i + 1) + " of " + files);
        }
        Checks.require(!pieces.isEmpty(), "None of the " + files + " recordings is as long as a clip: "
            + m_tooShort.firstReason() + ".", "Choose a shorter clip length, or none.");
        final List<SoundClip> clips = parameters.withHeldOut(new Dataset(pieces.stream().map(Piece::clip).toList(),
            m_files.unmatched(), m_files.scheme()), warnings).clips();
        try (NewTable table = new NewTable(exec, spec(parameters))) {
            for (int i = 0; i < clips.size(); i++) {
                progress.checkCanceled();
                table.add(row(clips.get(i), pieces.get(i)));
            }
            return table.closed();
        }
    }

    private void read(final int index, final SoundClip clip, final List<Piece> pieces) {
        final Outcome<AudioInfo> header = Outcome.attempt(() -> AudioFiles.readInfo(clip.path()));
        final String name = "'" + clip.path() + "'";
        if (header.isPresent()) {
            check(index, clip.machine(), name, header.value());
        } else {
            m_badClips.add(index, header.reason());
        }
        final double seconds = header.isPresent() ? header.value().seconds() : 0;
        final Outcome<LocalDateTime> started = m_recordedAt.of(clip.path(), seconds).map(Outcome::of)
            .orElseGet(() -> Outcome.failed("Nothing tells when the recording was made."));
        if (m_cutting.isEmpty() || !header.isPresent()) {
            pieces.add(new Piece(clip, header, started, header.map(info -> Section.whole(clip.path()))));
            return;
        }
        final List<Section> sections = m_cutting.get().sections(clip.path(), seconds);
        sections.forEach(section -> pieces.add(new Piece(clip, header, started, Outcome.of(section))));
        final double left = m_cutting.get().left(sections, seconds);
        if (left > 0) {
            (sections.isEmpty() ? m_tooShort : m_ends).add(index, String.format(Locale.ROOT, "%s: %.1f s", name, left));
        }
    }

    private void check(final int index, final MachineId machine, final String name, final AudioInfo info) {
        if (info.isCutOff()) {
            m_cutOff.add(index, name + ": " + info.lack());
        }
        final int usual = m_firsts.computeIfAbsent(machine, id -> info).sampleRate();
        if (info.sampleRate() != usual) {
            m_rates.add(index, name + ": " + info.sampleRate() + " Hz instead of " + usual);
        }
    }

    private Object[] row(final SoundClip clip, final Piece piece) {
        final Outcome<Section> section = piece.section();
        final double start = section.isPresent() ? section.value().start() : 0;
        final Stream<Object> always = Stream.of(clip.path().toString(), clip.machine().type(), clip.machine().id(),
            clip.split().text(),
            clip.label() == Label.UNKNOWN ? new MissingCell("The file name has no label.") : clip.label().text(),
            m_cutting.isEmpty() ? piece.header().map(AudioInfo::seconds)
                : section.map(part -> part.end() - part.start()),
            piece.header().map(AudioInfo::sampleRate), piece.header().map(AudioInfo::channels));
        final Stream<Object> cut = m_cutting.isEmpty() ? Stream.empty()
            : Stream.of(section.map(Section::start), section.map(Section::end));
        final Stream<Object> at = m_recordedAt == RecordedAt.NONE ? Stream.empty() : Stream.of(piece.started()
            .map(time -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(RecordingTime.after(time, start))));
        final Stream<Object> domain = !m_domains ? Stream.empty()
            : Stream.of(clip.domain().map(Domain::text).map(Outcome::of)
                .orElseGet(() -> Outcome.failed("The file name has no domain.")),
                clip.attributes().isEmpty() ? new MissingCell("Nothing tells attributes of the clip.")
                    : clip.attributes());
        return Stream.of(always, cut, at, domain).flatMap(part -> part).toArray();
    }

    /** @return the warnings that count the files with an unreadable header, cut off or not all used, when made */
    List<String> warnings() {
        final int files = m_files.clips().size();
        final String what = m_cutting.isPresent() ? "recordings" : "clips";
        return Stream.of(m_badClips.warning(files, what + " have no readable header"),
            m_cutOff.warning(files, what + " are cut off"),
            m_rates.warning(files, what + " have another sample rate than the first of their machine"),
            m_tooShort.warning(files, "recordings are shorter than a clip and left out"),
            m_ends.warning(files, "recordings have an end too short for a clip, which is left out"))
            .flatMap(Optional::stream).toList();
    }
}
