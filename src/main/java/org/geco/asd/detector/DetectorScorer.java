package org.geco.asd.detector;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

import org.geco.asd.audio.Section;
import org.geco.asd.audio.SoundFacts;
import org.geco.asd.calibration.MachineThreshold;
import org.geco.asd.clips.ClipCache;
import org.geco.asd.clips.ReadAhead;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.concurrent.Prefetch;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Clip;
import org.geco.asd.mel.Features;

/**
 * Judges recordings with a detector in one pass: spectrograms live in memory only as long as they are scored. What a
 * recording gets depends on nothing but the recording and the detector. For one thread at a time; holds native memory
 * until it is closed.
 */
public final class DetectorScorer implements AutoCloseable {
    /** Recordings that are read and scored together, of at most so many bytes of files unless there is only one. */
    private static final int GROUP = 8;
    private static final long GROUP_BYTES = 64L << 20;
    private static final double BYTES_PER_SECOND = 1 << 18;

    private final Detector m_detector;
    private final Features.Extractor m_extractor;
    private final List<PartScorer> m_scorers = new ArrayList<>();

    /** A recording that was read, or why it could not be. */
    private record Heard<T>(T of, Outcome<Clip> clip, Optional<SoundFacts> facts) {
        long bytes() {
            return clip.isPresent() ? ClipCache.bytes(clip.value().spectrogram()) : 0;
        }
    }

    /** Fails if the numerical library cannot be started. */
    public DetectorScorer(final Detector detector) throws AsdException {
        m_detector = detector;
        m_extractor = new Features.Extractor(detector.features());
        for (final Part part : detector.parts()) {
            m_scorers.add(part.scorer());
        }
    }

    /**
     * Judges what a source gives, in its order, while a background thread reads the next recordings, some at once.
     *
     * @param to hears of each recording, and what the detector tells of it, or why it tells nothing
     * @throws AsdException if the source fails, or the user cancelled
     */
    public <T> void judge(final Prefetch.Source<Recording<T>> source, final BiConsumer<T, Detection> to,
        final ProgressMonitor progress) throws AsdException {
        final Groups<T> groups = new Groups<>(source);
        try (Prefetch<List<Heard<T>>> ahead = new Prefetch<>(ReadAhead.THREAD,
            () -> groups.next().map(this::heard),
            group -> group.stream().mapToLong(Heard::bytes).sum(), ReadAhead.BYTES)) {
            for (Optional<List<Heard<T>>> group = ahead.next(progress); group.isPresent();
                    group = ahead.next(progress)) {
                final List<Detection> detections = detections(group.get().stream().map(Heard::clip).toList());
                for (int i = 0; i < detections.size(); i++) {
                    progress.checkCanceled();
                    final Heard<T> heard = group.get().get(i);
                    to.accept(heard.of(), detections.get(i).of(heard.facts()));
                }
            }
        }
    }

    /** The recordings in groups; a long one is alone, else a few of them would need all memory. */
    private static final class Groups<T> {
        private final Prefetch.Source<Recording<T>> m_source;
        private Optional<Recording<T>> m_left = Optional.empty();

        Groups(final Prefetch.Source<Recording<T>> source) {
            m_source = source;
        }

        Optional<List<Recording<T>>> next() throws AsdException {
            final List<Recording<T>> group = new ArrayList<>();
            long bytes = 0;
            while (group.size() < GROUP) {
                final Optional<Recording<T>> next = m_left.isPresent() ? m_left : m_source.next();
                m_left = Optional.empty();
                if (next.isEmpty()) {
                    break;
                }
                bytes += bytes(next.get().sound());
                if (!group.isEmpty() && bytes > GROUP_BYTES) {
                    m_left = next;
                    break;
                }
                group.add(next.get());
            }
            return group.isEmpty() ? Optional.empty() : Optional.of(group);
        }

        private static long bytes(final Outcome<Section> sound) {
            try {
                return !sound.isPresent() ? 0 : (long)Math.min((double)Files.size(sound.value().file()),
                    BYTES_PER_SECOND * (sound.value().end() - sound.value().start()));
            } catch (final IOException e) { // NOSONAR: reading it will tell what is wrong
                return 0;
            }
        }
    }

    private <T> List<Heard<T>> heard(final List<Recording<T>> group) {
        return group.parallelStream().map(this::heard).toList();
    }

    private <T> Heard<T> heard(final Recording<T> recording) {
        final AtomicReference<SoundFacts> facts = new AtomicReference<>();
        final Outcome<Clip> clip = recording.machine().flatMap(machine -> recording.sound().flatMap(sound -> Outcome
            .attempt(() -> new Clip(machine, m_extractor.of(sound, facts::set), "'" + sound + "'"))));
        return new Heard<>(recording.of(), clip, Optional.ofNullable(facts.get()));
    }

    private List<Detection> detections(final List<Outcome<Clip>> clips) {
        final List<Clip> readable = clips.stream().filter(Outcome::isPresent).map(Outcome::value).toList();
        final List<List<Outcome<Double>>> scores =
            m_scorers.stream().map(scorer -> scorer.score(readable)).toList();
        final List<Detection> detections = new ArrayList<>();
        int next = 0;
        for (final Outcome<Clip> clip : clips) {
            if (clip.isPresent()) {
                final int index = next++;
                detections.add(detection(clip.value().machine(),
                    scores.stream().map(part -> part.get(index)).toList()));
            } else {
                detections.add(Detection.failed(m_detector.scores().size(), clip.reason()));
            }
        }
        return detections;
    }

    private Detection detection(final MachineId machine, final List<Outcome<Double>> parts) {
        final List<String> names = m_detector.scores();
        final List<Outcome<Double>> scores = new ArrayList<>(parts);
        for (final Combined combined : m_detector.combined()) {
            scores.add(combined.of(machine,
                combined.from().stream().map(name -> scores.get(names.indexOf(name))).toList()));
        }
        final Outcome<Double> main = scores.get(names.indexOf(m_detector.mainScore()));
        final Outcome<MachineThreshold> threshold =
            m_detector.thresholds().map(all -> Outcome.attempt(() -> all.threshold(machine)))
                .orElseGet(() -> Outcome.failed("The detector has no thresholds."));
        return new Detection(scores, threshold.flatMap(t -> main.map(t::pValue)),
            threshold.flatMap(MachineThreshold::threshold), threshold.flatMap(t -> main.flatMap(t::isAnomalous)),
            Optional.empty());
    }

    @Override
    public void close() {
        m_scorers.forEach(PartScorer::close);
    }
}
