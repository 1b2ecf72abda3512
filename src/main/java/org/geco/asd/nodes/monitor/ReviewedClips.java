package org.geco.asd.nodes.monitor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.geco.asd.audio.AudioFiles;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.Seeds;
import org.geco.asd.dataset.HeldOut;
import org.geco.asd.monitor.JudgedClip;
import org.geco.asd.monitor.Reviews.Reviewed;
import org.geco.asd.monitor.Verdict;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.Locations;
import org.geco.asd.nodes.table.NewTable;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;

/** Clips with a verdict as rows like those of Sound Clip Reader, for the next training. */
final class ReviewedClips {
    static final DataTableSpec SPEC = new DataTableSpec(NewTable.text(Columns.PATH),
        NewTable.text(Columns.MACHINE_TYPE), NewTable.text(Columns.MACHINE_ID),
        Columns.choice(Columns.SPLIT, Columns.TRAIN, Columns.HELD_OUT, Columns.TEST),
        Columns.choice(Columns.LABEL, Columns.NORMAL, Columns.ANOMALY), NewTable.number(Columns.SECONDS),
        NewTable.number(Columns.START), NewTable.number(Columns.END), NewTable.text(Columns.RECORDED_AT));

    /** As the reader does unless told otherwise. */
    private static final double HELD_OUT = 0.2;
    private static final double ROUNDING = 0.002;
    private static final double MILLIS = 1000;

    private ReviewedClips() { }

    /**
     * Adds false alarms as normal clips, some of them held out as of other clips; faults, if wanted, as anomalous ones
     * for the test.
     */
    static void add(final NewTable table, final DataTableSpec spec, final List<Reviewed> reviewed) {
        final List<Reviewed> normal = reviewed.stream().filter(each -> each.verdict() == Verdict.REJECTED).toList();
        final boolean[] heldOut = HeldOut.choose(normal.size(), i -> normal.get(i).clip().key().machine(),
            i -> normal.get(i).clip().key().path(), HELD_OUT, new Seeds(0), single -> { });
        int next = 0;
        for (final Reviewed each : reviewed) {
            add(table, spec, each, each.verdict() == Verdict.CONFIRMED ? Columns.TEST
                : heldOut[next++] ? Columns.HELD_OUT : Columns.TRAIN);
        }
    }

    private static void add(final NewTable table, final DataTableSpec spec, final Reviewed reviewed,
        final String split) {
        final JudgedClip clip = reviewed.clip();
        final double seconds = Duration.between(clip.from(), clip.to()).toMillis() / MILLIS;
        final boolean isWhole = isWhole(clip, seconds);
        final Object whole = Outcome.failed("It is all of its file.");
        final List<Object> cells = new ArrayList<>();
        for (final DataColumnSpec column : spec) {
            cells.add(switch (column.getName()) {
                case Columns.PATH -> clip.key().path();
                case Columns.MACHINE_TYPE -> clip.key().machine().type();
                case Columns.MACHINE_ID -> clip.key().machine().id();
                case Columns.SPLIT -> split;
                case Columns.LABEL -> reviewed.verdict() == Verdict.REJECTED ? Columns.NORMAL : Columns.ANOMALY;
                case Columns.SECONDS -> seconds;
                case Columns.START -> isWhole ? whole : clip.key().start();
                case Columns.END -> isWhole ? whole : clip.key().start() + seconds;
                case Columns.RECORDED_AT -> clip.from().toString();
                case Columns.EVENT -> reviewed.verdict() == Verdict.REJECTED ? new MissingCell("It is no fault.")
                    : reviewed.event().orElse(clip.from()).toString();
                default -> new MissingCell("The history does not know it.");
            });
        }
        table.add(cells.toArray());
    }

    /** The history has no end of a file, and times in ms. */
    private static boolean isWhole(final JudgedClip clip, final double seconds) {
        return clip.key().start() == 0 && (seconds == 0 || Outcome.attempt(() -> Locations.toPath(clip.key().path()))
            .flatMap((final Path file) -> Outcome.attempt(() -> AudioFiles.readInfo(file)))
            .map(info -> info.seconds() <= seconds + ROUNDING).toOptional().orElse(false));
    }
}
