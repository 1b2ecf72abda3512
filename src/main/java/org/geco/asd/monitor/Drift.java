package org.geco.asd.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.MachineId;

/**
 * Whether a machine still sounds as it did when its normal clips were learned from.
 *
 * @param tonight how many clips of this run
 * @param usual how many normal clips they are compared with
 * @param scores what the scores tell, or why nothing
 * @param levels what the levels tell, or why nothing
 * @param cause what that means
 * @param advice what to do, sentences
 */
public record Drift(MachineId machine, int tonight, int usual, Outcome<Shift> scores, Outcome<Shift> levels,
    Cause cause, String advice) {
    /** Fewer clips than this are not tested: five of each could not tell much more than that all are higher. */
    private static final int FEWEST = 5;

    /**
     * @param pValue of the two-sample test, adjusted for all machines
     * @param superiority probability that a value of tonight is above a usual one, 0.5 if nothing has changed
     */
    public record Shift(double pValue, double superiority) {
        /** Vargha and Delaney's "medium": many clips make differences certain that nobody would care for. */
        private static final double MEDIUM = 0.14;

        boolean isDrift(final double rate) {
            return pValue <= rate && Math.abs(superiority - 0.5) >= MEDIUM;
        }
    }

    /** What has changed. */
    public enum Cause {
        NONE("none"), TOO_FEW("too few clips"), MACHINE("machine"), RECORDING("microphone or recording");

        private final String m_text;

        Cause(final String text) {
            m_text = text;
        }

        /** @return as tables have it */
        public String text() {
            return m_text;
        }
    }

    /** A machine's values, tonight's and the usual ones; the levels may be none. */
    record Samples(MachineId machine, List<JudgedClip> tonight, Usual scores, Usual levels, List<Event> events) { }

    /** @return what is found, machine by machine; the rate is that of false ones among those found, in the mean */
    static List<Drift> of(final List<Samples> machines, final double rate) {
        final List<Outcome<Shift>> scores = shifts(machines.stream().map(machine -> test(machine.tonight().stream()
            .map(JudgedClip::score).toList(), machine.scores())).toList());
        final List<Outcome<Shift>> levels = shifts(machines.stream().map(machine -> test(machine.tonight().stream()
            .flatMap(clip -> clip.level().stream()).toList(), machine.levels())).toList());
        final List<Boolean> drifted = new ArrayList<>();
        int tested = 0;
        for (int i = 0; i < machines.size(); i++) {
            drifted.add(Stream.of(scores.get(i), levels.get(i))
                .anyMatch(shift -> shift.isPresent() && shift.value().isDrift(rate)));
            tested += scores.get(i).isPresent() ? 1 : 0;
        }
        final int count = (int)drifted.stream().filter(each -> each).count();
        final Advice advice = new Advice(count, tested);
        final List<Drift> drifts = new ArrayList<>();
        for (int i = 0; i < machines.size(); i++) {
            final Cause cause = drifted.get(i) ? advice.cause()
                : scores.get(i).isPresent() ? Cause.NONE : Cause.TOO_FEW;
            final Samples samples = machines.get(i);
            drifts.add(new Drift(samples.machine(), samples.tonight().size(), samples.scores().values().length,
                scores.get(i), levels.get(i), cause, advice.text(samples, cause, scores.get(i))));
        }
        return drifts;
    }

    private static Outcome<RankTest> test(final List<Double> tonight, final Usual usual) {
        final int fewest = Math.min(tonight.size(), usual.values().length);
        return fewest < FEWEST
            ? Outcome.failed(tonight.size() + " clips and " + usual.values().length + " normal ones are too few; "
                + FEWEST + " of each are needed")
            : Outcome.of(RankTest.of(tonight.stream().mapToDouble(Double::doubleValue).sorted().toArray(),
                usual.values()));
    }

    private static List<Outcome<Shift>> shifts(final List<Outcome<RankTest>> tests) {
        final double[] adjusted = RankTest.adjusted(tests.stream().flatMap(test -> test.toOptional().stream())
            .mapToDouble(RankTest::pValue).toArray());
        final List<Outcome<Shift>> shifts = new ArrayList<>();
        int next = 0;
        for (final Outcome<RankTest> test : tests) {
            final double pValue = test.isPresent() ? adjusted[next++] : 1;
            shifts.add(test.map(each -> new Shift(pValue, each.superiority())));
        }
        return shifts;
    }

    /** Most machines at once: nobody breaks most machines in one night, but a microphone serves several. */
    private record Advice(int drifted, int tested) {
        private static final int FEWEST_MACHINES = 3;

        Cause cause() {
            return drifted >= FEWEST_MACHINES && 2 * drifted > tested ? Cause.RECORDING : Cause.MACHINE;
        }

        String text(final Samples samples, final Cause cause, final Outcome<Shift> scores) {
            final Optional<Event> event =
                samples.events().stream().filter(Event::isNew).max((a, b) -> Double.compare(a.peak(), b.peak()));
            return switch (cause) {
                case RECORDING -> drifted + " of " + tested + " machines have changed in the same night: check the "
                    + "microphones, their place, gain and file format. If they are as they were, train again with new "
                    + "recordings.";
                case MACHINE -> machine(samples, event, scores);
                case NONE -> event.map(found -> listen(found.listen())).orElse("Nothing.");
                case TOO_FEW -> event.map(found -> listen(found.listen())).orElse(samples.tonight().size() < FEWEST
                    ? "Record more clips: these are too few to compare."
                    : "Nothing yet: too few normal clips are known to compare with.");
            };
        }

        private static String machine(final Samples samples, final Optional<Event> event,
            final Outcome<Shift> scores) {
            if (scores.isPresent() && scores.value().superiority() < 0.5) {
                return "Its scores are lower than those of normal clips, so faults would be found late: check that it "
                    + "runs and can be heard. If all is well, train again with new recordings.";
            }
            final ClipKey listen = event.map(Event::listen).orElseGet(() -> samples.tonight().stream()
                .max((a, b) -> Double.compare(a.score(), b.score())).orElseThrow().key());
            return listen(listen) + " If it is healthy, train again with its new recordings.";
        }

        private static String listen(final ClipKey clip) {
            return "Listen to " + clip.path() + (clip.start() > 0 ? " from second " + clip.start() : "") + ".";
        }
    }
}
