package org.geco.asd.monitor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.MachineId;

/**
 * A day of a machine, from midnight to midnight.
 *
 * @param clips how many were judged
 * @param anomalous how many of them are anomalous
 * @param median the median of the scores
 * @param deviation how far that lies above the usual, see {@link Usual#deviation}
 */
public record Day(MachineId machine, LocalDate date, int clips, int anomalous, double median,
    Outcome<Double> deviation) {
    /** @return share of anomalous clips, 0 to 1 */
    public double share() {
        return anomalous / (double)clips;
    }

    /** @return the days of one machine with clips, ascending */
    static List<Day> of(final MachineId machine, final List<JudgedClip> clips, final Usual usual) {
        final Map<LocalDate, List<JudgedClip>> days = clips.stream().collect(
            Collectors.groupingBy(clip -> clip.from().toLocalDate(), TreeMap::new, Collectors.toList()));
        final List<Day> trend = new ArrayList<>();
        days.forEach((date, day) -> {
            final double median =
                Usual.of(day.stream().mapToDouble(JudgedClip::score).toArray()).median();
            trend.add(new Day(machine, date, day.size(), (int)day.stream().filter(JudgedClip::anomalous).count(),
                median, usual.deviation(median)));
        });
        return trend;
    }
}
