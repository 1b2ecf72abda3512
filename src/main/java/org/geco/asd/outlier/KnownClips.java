package org.geco.asd.outlier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.ensemble.EnsembleSettings;
import org.geco.asd.ensemble.ScoreEnsemble;
import org.geco.asd.evaluation.ScoredClip;

/**
 * The clips that were learned from, each with the distances of its parts as a model of all others gives them. Those
 * distances are what is usual: they put the parts on one scale. Immutable.
 */
final class KnownClips {
    private static final int DIGITS = 16;

    private final List<Clip> m_clips;
    private final Map<String, Clip> m_byHash = new HashMap<>();

    /** Puts several parts on one scale; empty for one part, and if nothing is usual. */
    private final Optional<ScoreEnsemble> m_scale;

    /**
     * A clip, as it is written.
     *
     * @param hash tells its vector from others
     * @param distances of its parts from those of all other clips, or why there are none
     */
    record Clip(MachineId machine, String hash, Optional<double[]> distances, String reason) {
        static Clip of(final MachineId machine, final double[] vector, final List<Outcome<Double>> parts) {
            final Optional<Outcome<Double>> failed = parts.stream().filter(part -> !part.isPresent()).findFirst();
            return new Clip(machine, KnownClips.hash(machine, vector), failed.isPresent() ? Optional.empty()
                : Optional.of(parts.stream().mapToDouble(Outcome::value).toArray()),
                failed.map(Outcome::reason).orElse(""));
        }
    }

    KnownClips(final List<Clip> clips, final int parts) throws AsdException {
        m_clips = List.copyOf(clips);
        m_clips.forEach(clip -> m_byHash.putIfAbsent(clip.hash(), clip));
        final List<ScoredClip> usual = new ArrayList<>();
        for (final Clip clip : m_clips) {
            clip.distances().ifPresent(distances -> usual.add(new ScoredClip("", clip.machine(), Label.NORMAL,
                outcomes(distances))));
        }
        m_scale = parts == 1 || usual.isEmpty() ? Optional.empty() : Optional.of(ScoreEnsemble.learn(
            EnsembleSettings.of(IntStream.range(0, parts).mapToObj(part -> "part " + part).toList()), usual));
    }

    List<Clip> clips() {
        return m_clips;
    }

    /** @return how many clips of a machine were learned from */
    long count(final MachineId machine) {
        return m_clips.stream().filter(clip -> clip.machine().equals(machine)).count();
    }

    /** @return the score of a clip that was learned from, as if it had not been; empty for any other clip */
    Optional<Outcome<Double>> score(final MachineId machine, final double[] vector) {
        return Optional.ofNullable(m_byHash.get(hash(machine, vector))).map(clip -> clip.distances()
            .map(distances -> Outcome.number(combined(machine, distances)))
            .orElseGet(() -> Outcome.failed(clip.reason())));
    }

    /**
     * @return the distance of a single part; of several, standardised, the root mean square of what is above usual;
     *         their mean where nothing is known to be usual
     */
    double combined(final MachineId machine, final double[] distances) {
        return m_scale.map(scale -> scale.score(machine, outcomes(distances))).filter(Outcome::isPresent)
            .map(Outcome::value).orElseGet(() -> Arrays.stream(distances).average().orElseThrow());
    }

    /** @return the mean distance of each part of a machine's clips; empty if it has none with a distance */
    Optional<double[]> usual(final MachineId machine) {
        final List<double[]> known = m_clips.stream().filter(clip -> clip.machine().equals(machine))
            .flatMap(clip -> clip.distances().stream()).toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(Vectors.mean(known));
    }

    private static List<Outcome<Double>> outcomes(final double[] distances) {
        return Arrays.stream(distances).mapToObj(Outcome::of).toList();
    }

    /** @return 64 bits of the SHA-256 of a machine's vector: nothing but the same clip has the same */
    private static String hash(final MachineId machine, final double[] vector) {
        try {
            final MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(machine.toString().getBytes(StandardCharsets.UTF_8));
            final ByteBuffer bytes = ByteBuffer.allocate(vector.length * Double.BYTES);
            bytes.asDoubleBuffer().put(vector);
            return HexFormat.of().formatHex(digest.digest(bytes.array())).substring(0, DIGITS);
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
