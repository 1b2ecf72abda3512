package org.geco.asd.nodes.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.table.MachineColumns;
import org.geco.asd.nodes.table.ScoreCells;
import org.geco.asd.nodes.view.Kept;
import org.geco.asd.nodes.view.NodeView;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultView;
import org.knime.node.DefaultView.RequireViewParameters;
import org.knime.node.DefaultView.ViewInput;

/** What the page of the Sound Clip Reader shows. */
public final class ReaderView {
    static final Function<RequireViewParameters, DefaultView> PAGE = NodeView.of("reader", """
        How many clips of each machine are for training, held out and for the test, with their labels; how long they are
        and at which rates they were recorded; which files were left out or cannot be read, and why.
        """, ReaderView::new, ReaderView::start);

    /** More files are counted, but not named. */
    private static final int MOST_NAMED = 300;
    private static final int BINS = 30;
    private static final MachineColumns.Cells MACHINE = new MachineColumns.Cells(column(Columns.MACHINE_TYPE),
        column(Columns.MACHINE_ID));

    private final LeftOut m_leftOut;
    private final BufferedDataTable m_clips;
    private final SortedMap<MachineId, int[]> m_machines = new TreeMap<>();
    private final SortedMap<Integer, Integer> m_rates = new TreeMap<>();
    private final SortedMap<Integer, Integer> m_channels = new TreeMap<>();
    private final List<Double> m_seconds = new ArrayList<>();
    private final List<Unreadable> m_unreadable = new ArrayList<>();

    /** Files whose names do not follow the scheme: how many, and the first ones; kept by the execution. */
    record LeftOut(String scheme, int count, List<String> first) {
        static LeftOut of(final String scheme, final List<?> files) {
            return new LeftOut(scheme, files.size(), files.stream().limit(MOST_NAMED).map(Object::toString).toList());
        }
    }

    /** A file without a readable header, and why. */
    record Unreadable(String path, String why) { }

    /** What a clip can be for; the label is empty if it is unknown. */
    record Kind(String split, String label) { }

    /** The number of clips of each kind. */
    record Machine(MachineId id, int[] clips) { }

    /** So many clips each have this many Hz, or channels. */
    record Count(int value, int clips) { }

    /** Numbers of clips in bins of a width in s, from the shortest clip on. */
    record Lengths(double shortest, double width, int[] clips, double total) { }

    record Start(List<Kind> kinds, List<Machine> machines, Lengths lengths, List<Count> rates, List<Count> channels,
        LeftOut leftOut, int unreadable, List<Unreadable> firstUnreadable) { }

    private static final List<Kind> KINDS = List.of(Columns.TRAIN, Columns.HELD_OUT, Columns.TEST).stream()
        .flatMap(split -> List.of(Columns.NORMAL, "", Columns.ANOMALY).stream().map(label -> new Kind(split, label)))
        .toList();

    ReaderView(final ViewInput input) {
        m_leftOut = Kept.read(input, LeftOut.class);
        m_clips = input.getInternalTables()[1];
    }

    private static int column(final String name) {
        return ClipTable.SPEC.findColumnIndex(name);
    }

    private static String text(final DataRow row, final String name) {
        return ScoreCells.text(row.getCell(column(name)));
    }

    Start start() {
        for (final DataRow row : m_clips) {
            add(row);
        }
        final int[] used = IntStream.range(0, KINDS.size())
            .filter(kind -> m_machines.values().stream().anyMatch(counts -> counts[kind] > 0)).toArray();
        return new Start(Arrays.stream(used).mapToObj(KINDS::get).toList(), m_machines.entrySet().stream()
            .map(machine -> new Machine(machine.getKey(),
                Arrays.stream(used).map(kind -> machine.getValue()[kind]).toArray()))
            .toList(), lengths(), counts(m_rates), counts(m_channels), m_leftOut, m_unreadable.size(),
            m_unreadable.stream().limit(MOST_NAMED).toList());
    }

    private void add(final DataRow row) {
        m_machines.computeIfAbsent(MACHINE.told(row), id -> new int[KINDS.size()])[KINDS.indexOf(
            new Kind(text(row, Columns.SPLIT), text(row, Columns.LABEL)))]++;
        final Outcome<Double> seconds = ScoreCells.value(row.getCell(column(Columns.SECONDS)));
        if (seconds.isPresent()) {
            m_seconds.add(seconds.value());
            count(m_rates, row, Columns.SAMPLE_RATE);
            count(m_channels, row, Columns.CHANNELS);
        } else {
            m_unreadable.add(new Unreadable(text(row, Columns.PATH), seconds.reason()));
        }
    }

    private static void count(final SortedMap<Integer, Integer> counts, final DataRow row, final String name) {
        counts.merge((int)Math.round(ScoreCells.value(row.getCell(column(name))).value()), 1, Integer::sum);
    }

    private static List<Count> counts(final SortedMap<Integer, Integer> counts) {
        return counts.entrySet().stream().map(count -> new Count(count.getKey(), count.getValue())).toList();
    }

    private Lengths lengths() {
        final double shortest = m_seconds.stream().mapToDouble(s -> s).min().orElse(0);
        final double longest = m_seconds.stream().mapToDouble(s -> s).max().orElse(0);
        final int[] clips = new int[longest - shortest < 0.01 ? 1 : BINS];
        final double width = Math.max(0.01, (longest - shortest) / clips.length);
        m_seconds.forEach(s -> clips[Math.min(clips.length - 1, (int)((s - shortest) / width))]++);
        return new Lengths(shortest, width, clips, m_seconds.stream().mapToDouble(s -> s).sum());
    }
}
