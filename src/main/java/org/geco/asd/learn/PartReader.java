package org.geco.asd.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.geco.asd.clips.ClipChecks;
import org.geco.asd.clips.ClipSource;
import org.geco.asd.clips.ReadAhead;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.common.Seeds;
import org.geco.asd.dataset.HeldOut;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.ClipsContent;
import org.geco.asd.detect.Provenance;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;

/** Looks once at each clip of a part: that it is usable, what it adds to the statistics, what it holds. */
final class PartReader {
    private final Learner<?> m_learner;
    private final ClipSource m_source;
    private final MelSettings m_mel;
    private final Standardisation.Estimator m_statistics;
    private final Map<MachineId, ClipsContent> m_machines = new TreeMap<>();
    private final ClipsContent m_all = new ClipsContent();
    private final LeftOut m_leftOut = new LeftOut();

    /** Clips that cannot be used: how many, and why the first. */
    private static final class LeftOut {
        private int m_count;
        private String m_reason = "";

        void add(final String why) {
            m_reason = m_count++ == 0 ? why : m_reason;
        }

        Optional<String> reason() {
            return Optional.of(m_reason).filter(why -> !why.isEmpty());
        }

        Optional<String> warning(final String all) {
            return reason().map(why -> m_count + " of " + all + (m_count == 1 ? " is" : " are") + " left out: " + why);
        }
    }

    /** All spectrograms must have these settings. */
    PartReader(final Learner<?> learner, final ClipSource source, final MelSettings mel) {
        m_learner = learner;
        m_source = source;
        m_mel = mel;
        m_statistics = new Standardisation.Estimator(learner.standardisesBands() ? mel.mels() : 1);
    }

    /**
     * @param clips indices of the part's clips, ascending
     * @param warnings hears of machines with too few clips, and how many clips are left out, and why the first is
     * @return the clips, at least one to train on; or why there is none
     * @throws AsdException if one cannot be read or is of other features
     */
    Outcome<PartClips> read(final PartName name, final int[] clips, final ProgressMonitor progress,
        final Consumer<String> warnings) throws AsdException {
        final boolean[] isHeldOut = heldOut(name, clips, warnings);
        // 0 for a clip that is left out
        final int[] frames = new int[clips.length];
        try (ReadAhead ahead = new ReadAhead(m_source, clips)) {
            for (int i = 0; i < clips.length; i++) {
                progress.checkCanceled();
                progress.report((double)i / clips.length, "Reading clip " + (i + 1) + " of " + clips.length
                    + (name.part().isEmpty() ? "" : " of " + name.part()));
                frames[i] = add(clips[i], ahead.next(progress), isHeldOut[i]);
            }
        }
        final int[] training =
            IntStream.range(0, clips.length).filter(i -> frames[i] > 0 && !isHeldOut[i]).toArray();
        if (training.length == 0) {
            return Outcome.failed(new AsdException("None of the " + clips.length + " clips for " + name.inWords()
                + " can be trained on: " + m_leftOut.reason().orElse("all are held out."),
                "Choose or record other clips."));
        }
        final int[] heldOut = IntStream.range(0, clips.length).filter(i -> frames[i] > 0 && isHeldOut[i])
            .filter(i -> isTrained(clips[i])).toArray();
        m_leftOut.warning(clips.length + " clips for " + name.inWords()).ifPresent(warnings);
        return Outcome.of(new PartClips(name, m_source, m_mel, List.copyOf(m_machines.keySet()),
            IntStream.of(training).map(i -> clips[i]).toArray(), IntStream.of(training).map(i -> frames[i]).toArray(),
            IntStream.of(heldOut).map(i -> clips[i]).toArray(),
            m_learner.standardises() ? m_statistics.result() : Standardisation.none(m_mel.mels()), contents(),
            m_all.text()));
    }

    /** Those that the source marks, and a share of the others. */
    private boolean[] heldOut(final PartName name, final int[] clips, final Consumer<String> warnings) {
        final TrainingSettings settings = m_learner.training();
        final int[] others = IntStream.range(0, clips.length).filter(i -> !m_source.isHeldOut(clips[i])).toArray();
        final boolean[] chosen = HeldOut.choose(others.length, i -> m_source.machine(clips[others[i]]),
            i -> m_source.recording(clips[others[i]]), settings.stop().heldOutShare(),
            new Seeds(settings.seed()).part(name.ofSeeds()), warnings);
        final boolean[] all = new boolean[clips.length];
        Arrays.fill(all, true);
        for (int i = 0; i < others.length; i++) {
            all[others[i]] = chosen[i];
        }
        return all;
    }

    /** A machine that nothing is learned of cannot be measured. */
    private boolean isTrained(final int clip) {
        final boolean is = m_machines.containsKey(m_source.machine(clip));
        if (!is) {
            m_leftOut.add(m_source.name(clip) + " is held out, but no clip of " + m_source.machine(clip)
                + " is trained on.");
        }
        return is;
    }

    /** @return frames of the clip; 0 if it is left out */
    private int add(final int index, final Spectrogram clip, final boolean isHeldOut) throws AsdException {
        final String name = m_source.name(index);
        ClipChecks.sameMel(m_mel, m_source.name(0), clip.settings(), name);
        try {
            ClipChecks.frames(clip, name, m_learner.method(), m_learner.leastFrames());
            ClipChecks.numbers(clip, name);
            if (m_learner.settings().hearsWaveforms()) {
                ClipChecks.waveform(clip, name, m_learner.method());
            }
        } catch (final AsdException e) {
            m_leftOut.add(e.getMessage());
            return 0;
        }
        final MachineId machine = m_source.machine(index);
        final long checksum = clip.checksum();
        m_all.add(machine + (isHeldOut ? " held out" : ""), checksum);
        if (!isHeldOut) {
            m_machines.computeIfAbsent(machine, m -> new ClipsContent()).add(checksum);
            m_statistics.add(m_learner.seen(clip));
        }
        return clip.frames();
    }

    private List<Provenance.Clips> contents() {
        final List<Provenance.Clips> contents = new ArrayList<>();
        m_machines.forEach(
            (machine, content) -> contents.add(new Provenance.Clips(machine, content.count(), content.text())));
        return contents;
    }
}
