package org.geco.asd.detect;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

import org.geco.asd.dataset.MachineId;
import org.geco.asd.mel.MelSettings;

/**
 * Where a model comes from. Nothing depends on it; it is kept beside the model, in {@code provenance.json}, for whoever
 * asks later what the model was trained on, with what, and why training ended.
 *
 * @param software version of the extension that trained it
 * @param made when training ended
 * @param features how the spectrograms were computed; empty if it was not learned from spectrograms
 * @param clips what it was trained on, machine by machine, in the model's order
 * @param parts what was trained, e.g. one part for each machine type; none if it took no epochs
 */
public record Provenance(String software, Instant made, Optional<MelSettings> features, List<Clips> clips,
    List<Part> parts) {
    /** The entry of an archive that holds the provenance. */
    public static final String ENTRY = "provenance.json";
    private static final int MEGA = 20;

    /** The training clips of one machine, how many, and a hash of their spectrograms in their order. */
    public record Clips(MachineId machine, int count, String content) {
        /** @return so many clips of a machine, hashed by these values in their order */
        public static Clips of(final MachineId machine, final int count, final Collection<double[]> values) {
            final CRC32 sum = new CRC32();
            for (final double[] each : values) {
                final ByteBuffer bytes = ByteBuffer.allocate(each.length * Double.BYTES);
                bytes.asDoubleBuffer().put(each);
                sum.update(bytes.array());
            }
            return new Clips(machine, count, String.format(Locale.ROOT, "%08x", sum.getValue()));
        }
    }

    /**
     * One training, e.g. of a machine type (no name if it is the only one): epochs done, the one whose weights were
     * kept, steps in each of them, seconds they took in all (with those before an interruption), bytes of memory that
     * it takes beside the spectrograms, and why it ended in words.
     */
    public record Part(String name, long seed, int epochs, int kept, long stepsPerEpoch, double seconds, long bytes,
        String ended) {
        /** @return e.g. 85 MB */
        public String memory() {
            return (bytes >> MEGA) + 1 + " MB";
        }

        private Part repeatable() {
            return new Part(name, seed, epochs, kept, stepsPerEpoch, 0, bytes, ended);
        }
    }

    /** Copies the lists. */
    public Provenance {
        clips = List.copyOf(clips);
        parts = List.copyOf(parts);
    }

    /** @return the provenance of a model that this version of the extension made just now */
    public static Provenance now(final Optional<MelSettings> features, final List<Clips> clips,
        final List<Part> parts) {
        return new Provenance(SoftwareVersion.get(), Instant.now().truncatedTo(ChronoUnit.SECONDS), features, clips,
            parts);
    }

    /** @return the provenance of what was made just now of all these, in their order */
    public static Provenance joined(final Optional<MelSettings> features, final List<Provenance> all) {
        return now(features, all.stream().flatMap(each -> each.clips().stream()).distinct().toList(),
            all.stream().flatMap(each -> each.parts().stream()).toList());
    }

    /** @return what tells the model from others: when it was made, and a hash of all that is known of its making */
    public String id() {
        final CRC32 sum = new CRC32();
        sum.update(toString().getBytes(StandardCharsets.UTF_8));
        return made + " " + String.format(Locale.ROOT, "%08x", sum.getValue());
    }

    /** @return this without what differs when the same training is run again: times and the version */
    public Provenance repeatable() {
        return new Provenance("", Instant.EPOCH, features, clips, parts.stream().map(Part::repeatable).toList());
    }
}
