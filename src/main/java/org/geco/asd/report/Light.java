package org.geco.asd.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.evaluation.ScoredClip;

/**
 * What decisions say of a machine: how many of its clips were judged and how many of them called anomalous, and with
 * what probability so many clips of a healthy machine at least have p-values as small as theirs; and its trend, if one
 * is known: for the template a list.
 */
public record Light(MachineId machine, int judged, int called, double chance, List<Trend> trend) {
    /** Rarer than this in reports of healthy machines is not chance. */
    private static final double RARE = 0.01;

    /** How it is shown: always with its shape and word, since not everybody tells the colours apart. */
    enum State {
        RED("look at it now"), YELLOW("listen to it"), GREEN("as usual"), GREY("not judged");

        private final String m_word;

        State(final String word) {
            m_word = word;
        }

        /** @return what to do */
        String word() {
            return m_word;
        }
    }

    /**
     * @param clips with two scores: the p-value, and the decision, 0 for normal
     * @return a light for each machine, the most urgent first
     */
    public static List<Light> of(final List<ScoredClip> clips, final Map<MachineId, Trend> trends) {
        final List<Light> lights = new ArrayList<>();
        clips.stream().collect(Collectors.groupingBy(ScoredClip::machine, TreeMap::new, Collectors.toList()))
            .forEach((machine, own) -> lights.add(of(machine, own, Stream.ofNullable(trends.get(machine)).toList())));
        lights.sort(Comparator.comparing(Light::state).thenComparing(Light::chance));
        return lights;
    }

    private static Light of(final MachineId machine, final List<ScoredClip> clips, final List<Trend> trend) {
        final List<ScoredClip> judged =
            clips.stream().filter(clip -> clip.scores().stream().allMatch(Outcome::isPresent)).toList();
        final double[] called = judged.stream().filter(clip -> clip.scores().get(1).value() != 0)
            .mapToDouble(clip -> clip.scores().get(0).value()).sorted().toArray();
        final double chance = called.length == 0 ? 1 : 1 - new BinomialDistribution(null, judged.size(),
            Math.min(1, called[called.length - 1])).cumulativeProbability(called.length - 1); // draws no random numbers
        return new Light(machine, judged.size(), called.length, chance, trend);
    }

    State state() {
        return judged == 0 ? State.GREY : called == 0 ? State.GREEN : chance < RARE ? State.RED : State.YELLOW;
    }

    /** @return whether it is this one, for the template */
    boolean isRed() {
        return state() == State.RED;
    }

    boolean isYellow() {
        return state() == State.YELLOW;
    }

    boolean isGreen() {
        return state() == State.GREEN;
    }

    boolean isGrey() {
        return state() == State.GREY;
    }

    String clips() {
        return judged == 0 ? "" : called + " of " + Html.count(judged, "clip") + " called anomalous";
    }

    /** @return how likely that is by chance, in words */
    String likely() {
        return called == 0 ? "" : chance < 1e-4 ? "by chance: less than 0.01 %"
            : String.format(Locale.ROOT, chance < RARE ? "by chance: %.2f %%" : "by chance: %.0f %%", 100 * chance);
    }
}
