package org.geco.asd.detect;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.mel.Spectrogram;

/**
 * Scores clips with a trained model. A clip's score depends on nothing but the clip and the model, but several clips at
 * once may be faster. For one thread at a time; may hold native memory until it is closed.
 */
public interface Scorer extends AutoCloseable {
    /** @return the model */
    Model model();

    /** @return in what scores are made otherwise than in the paper, or in the method's source */
    default Differences differences() {
        return model().differences();
    }

    /** @return how many clips are best scored at once */
    default int clipsAtOnce() {
        return 1;
    }

    /** @return for at most {@link #clipsAtOnce()} clips, in their order, the score, or why there is none */
    List<Outcome<ClipScore>> scoreGroup(List<Clip> clips);

    /**
     * @return for each clip, in their order, its score, or why it has none: the model does not know the machine, or the
     *         spectrogram is too short, of other settings or not all numbers
     */
    default List<Outcome<ClipScore>> score(final List<Clip> clips) {
        final List<Outcome<Clip>> checked =
            clips.stream().map(clip -> Outcome.attempt(() -> model().check(clip))).toList();
        final List<Clip> usable = checked.stream().filter(Outcome::isPresent).map(Outcome::value).toList();
        final List<Outcome<ClipScore>> scores = new ArrayList<>();
        for (int from = 0; from < usable.size(); from += clipsAtOnce()) {
            scores.addAll(scoreGroup(usable.subList(from, Math.min(from + clipsAtOnce(), usable.size()))));
        }
        final Iterator<Outcome<ClipScore>> next = scores.iterator();
        return checked.stream().map(clip -> clip.flatMap(usableClip -> next.next())).toList();
    }

    /** @return the score of one clip alone, the same as among others, bit for bit; an AsdException if it has none */
    default ClipScore score(final MachineId machine, final Spectrogram clip, final String name) throws AsdException {
        return score(List.of(new Clip(machine, clip, name))).get(0).get();
    }

    /** Frees the native memory. */
    @Override
    void close();
}
