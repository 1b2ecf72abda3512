package org.geco.asd.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The MIMII data set: {@code TYPE/id_XX/{normal,abnormal}/N.wav}. It has no split of its own: abnormal clips are for
 * the test. Balanced, so are the first of a machine's normal clips in the order of their names, as many as it has
 * abnormal ones (so did the data set's authors), but at most half; else all normal clips are for training.
 */
public record MimiiScheme(boolean balanced) implements NamingScheme {
    private static final Pattern PATTERN =
        Pattern.compile("/(?<type>[^/]+)/id_(?<id>\\d+)/(?<label>normal|abnormal)/[^/]+$");

    private static final Pattern SNR = Pattern.compile("/(-?\\d+_dB)[^/]*/");

    @Override
    public String title() {
        return "MIMII";
    }

    @Override
    public String expects() {
        return "fan/id_00/normal/00000000.wav";
    }

    @Override
    public Optional<SoundClip> parse(final Path root, final Path file) {
        final Matcher matcher = PATTERN.matcher(NamingScheme.slashed(file));
        if (!matcher.find()) {
            return Optional.empty();
        }
        final Label label = Label.of(matcher.group("label")).orElseThrow();
        return Optional.of(new SoundClip(file, new MachineId(matcher.group("type"), matcher.group("id")),
            label == Label.NORMAL ? Split.TRAIN : Split.TEST, label));
    }

    @Override
    public List<SoundClip> complete(final List<SoundClip> all) {
        final List<SoundClip> clips = bySnr(all);
        if (!balanced) {
            return clips;
        }
        final Map<MachineId, Integer> testNormals = testNormals(clips);
        final List<SoundClip> complete = new ArrayList<>(clips.size());
        for (final SoundClip clip : clips) {
            final boolean taken = clip.label() == Label.NORMAL
                && testNormals.merge(clip.machine(), -1, Integer::sum) >= 0;
            complete.add(taken ? clip.withSplit(Split.TEST) : clip);
        }
        return complete;
    }

    /**
     * Each signal-to-noise ratio has a folder with the same recordings. Where a machine has several, they are machines
     * of their own: as one, anomaly scores would tell the noise, and training and test share recordings.
     */
    private static List<SoundClip> bySnr(final List<SoundClip> clips) {
        final Map<MachineId, Set<String>> found = new HashMap<>();
        clips.forEach(clip -> found.computeIfAbsent(clip.machine(), m -> new HashSet<>()).add(snr(clip)));
        return clips.stream().map(clip -> {
            final MachineId machine = clip.machine();
            return found.get(machine).size() == 1 || snr(clip).isEmpty() ? clip : new SoundClip(clip.path(),
                new MachineId(machine.type(), machine.id() + "_" + snr(clip)), clip.split(), clip.label());
        }).toList();
    }

    /** @return e.g. {@code -6_dB}; empty if no folder tells it */
    private static String snr(final SoundClip clip) {
        final Matcher matcher = SNR.matcher(NamingScheme.slashed(clip.path()));
        return matcher.find() ? matcher.group(1) : "";
    }

    private static Map<MachineId, Integer> testNormals(final List<SoundClip> clips) {
        final Map<MachineId, int[]> counts = new HashMap<>();
        for (final SoundClip clip : clips) {
            counts.computeIfAbsent(clip.machine(), m -> new int[2])[clip.label() == Label.NORMAL ? 0 : 1]++;
        }
        final Map<MachineId, Integer> normals = new HashMap<>();
        counts.forEach((machine, count) -> normals.put(machine, Math.min(count[0] / 2, count[1])));
        return normals;
    }
}
