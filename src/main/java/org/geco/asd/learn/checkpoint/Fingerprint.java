package org.geco.asd.learn.checkpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

import org.geco.asd.common.Incidental;
import org.geco.asd.common.RecordValues;
import org.geco.asd.files.Tensor;
import org.geco.asd.nn.tensor.Weights;

/**
 * Everything that decides what a training, e.g. of "the PAE of fan", ends with, in words: a checkpoint is used by a
 * training of the same fingerprint only. Traits are values of settings, and of facts about the clips.
 */
public record Fingerprint(String what, Map<String, String> traits) {
    /** Copies the traits. */
    public Fingerprint {
        traits = Collections.unmodifiableMap(new LinkedHashMap<>(traits));
    }

    /** @return a fingerprint without traits */
    public static Fingerprint of(final String what) {
        return new Fingerprint(what, Map.of());
    }

    /** @return this with one more trait */
    public Fingerprint with(final String name, final Object value) {
        final Map<String, String> more = new LinkedHashMap<>(traits);
        more.put(name, String.valueOf(value));
        return new Fingerprint(what, more);
    }

    /** @return this with a trait for each setting that is not {@link Incidental}, named by its way through records */
    public Fingerprint with(final Record settings) {
        Fingerprint more = this;
        for (final Map.Entry<List<String>, Object> setting : RecordValues.of(settings,
            component -> !component.isAnnotationPresent(Incidental.class), inner -> false).entrySet()) {
            more = more.with(
                setting.getKey().stream().map(RecordValues::inWords).collect(Collectors.joining(" ")),
                setting.getValue() instanceof final Enum<?> choice ? RecordValues.inWords(choice.name())
                    : setting.getValue());
        }
        return more;
    }

    /** @return what differs from the training that is about to start, in words; empty if this is the same */
    public List<String> differences(final Fingerprint wanted) {
        if (!what.equals(wanted.what)) {
            return List.of("it is of " + what);
        }
        final Set<String> names = new LinkedHashSet<>(wanted.traits.keySet());
        names.addAll(traits.keySet());
        return names.stream().filter(n -> !String.valueOf(traits.get(n)).equals(String.valueOf(wanted.traits.get(n))))
            .map(n -> n + ": " + text(traits.get(n)) + " there, " + text(wanted.traits.get(n)) + " here").toList();
    }

    /** @return a short text that other trainings hardly have */
    String checksum() {
        final CRC32 sum = new CRC32();
        sum.update((what + traits).getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }

    /** @return a short text that other weights hardly have */
    public static String checksum(final Weights weights) {
        final CRC32 sum = new CRC32();
        try (OutputStream out = new CheckedOutputStream(OutputStream.nullOutputStream(), sum)) {
            for (final Map.Entry<String, Tensor> tensor : weights.tensors().entrySet()) {
                out.write(tensor.getKey().getBytes(StandardCharsets.UTF_8));
                tensor.getValue().write(out);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e); // a stream that drops everything does not fail
        }
        return Long.toHexString(sum.getValue());
    }

    private static String text(final String value) {
        return value == null ? "not known" : value;
    }
}
