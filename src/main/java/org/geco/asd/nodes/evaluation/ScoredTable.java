package org.geco.asd.nodes.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.evaluation.ScoredClip;

/**
 * What was evaluated, kept for the view.
 *
 * @param scores the names of the scores
 * @param hasDecisions whether each clip's values end with the decision
 * @param playable whether clips are named by their paths
 * @param channel which is heard of them
 */
record ScoredTable(List<String> scores, boolean hasDecisions, boolean playable, ChannelChoice channel,
    double maxFpr, List<Clip> clips) {
    /** A clip with its values, null where there is none, and why. */
    record Clip(String path, MachineId machine, Label label, List<Optional<Double>> values, List<String> reasons) { }

    static List<Clip> clips(final List<ScoredClip> clips) {
        return clips.stream().map(clip -> new Clip(clip.path(), clip.machine(), clip.label(),
            clip.scores().stream().map(Outcome::toOptional).toList(),
            clip.scores().stream().map(s -> s.isPresent() ? "" : s.reason()).toList())).toList();
    }

    List<ScoredClip> scoredClips() {
        return clips.stream().map(clip -> new ScoredClip(clip.path(), clip.machine(), clip.label(),
            IntStream.range(0, clip.values().size()).mapToObj(i -> clip.values().get(i)
                .map(Outcome::of).orElseGet(() -> Outcome.failed(clip.reasons().get(i)))).toList())).toList();
    }
}
