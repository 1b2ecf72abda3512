package org.geco.asd.detect;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.geco.asd.common.NotCompared;
import org.geco.asd.common.RecordValues;

/**
 * In what settings differ from those of the paper, or of the source of a method that the paper compares with.
 *
 * @param settings each difference in words, e.g. "epochs 20 instead of 120"
 * @param networks whose mean the score is, where the source has a single one
 */
public record Differences(List<String> settings, int networks) {
    /** None. */
    public static final Differences NONE = new Differences(List.of(), 1);

    /** Components that only hold others together. */
    private static final Set<String> GROUPS = Set.of("training", "stop", "architecture", "loss", "input");

    private static final Map<String, String> TERMS = Map.of("batchSize", "batch", "mels", "mel bands", "lambda", "λ",
        "rates", "learning-rate course", "fMin", "lowest frequency", "fMax", "highest frequency", "hop", "hop length");

    /** Takes a copy of the list. */
    public Differences {
        settings = List.copyOf(settings);
    }

    /** @return in what settings differ from their source's, a record of the same class; one network each */
    public static Differences between(final Record settings, final Record source) {
        final Map<List<String>, Object> sources = values(source);
        return new Differences(values(settings).entrySet().stream()
            .flatMap(setting -> between(name(setting.getKey()), setting.getValue(), sources.get(setting.getKey()))
                .stream()).toList(), 1);
    }

    /** @return a value that differs from its source's in words; empty if it is said in the same words */
    public static Optional<String> between(final String name, final Object value, final Object source) {
        final String own = text(value);
        final String other = text(source);
        return own.equals(other) ? Optional.empty() : Optional.of(name + " " + own + " instead of " + other);
    }

    private static Map<List<String>, Object> values(final Record settings) {
        return RecordValues.of(settings, Differences::isCompared, Differences::saysItself);
    }

    private static boolean isCompared(final RecordComponent component) {
        return !component.isAnnotationPresent(NotCompared.class);
    }

    /** A record that does not leave its text to Java. */
    private static boolean saysItself(final Record value) {
        return !value.toString().startsWith(value.getClass().getSimpleName() + "[");
    }

    private static String name(final List<String> way) {
        return way.stream().filter(name -> !GROUPS.contains(name))
            .map(name -> TERMS.getOrDefault(name, RecordValues.inWords(name))).collect(Collectors.joining(" "));
    }

    private static String text(final Object value) {
        if (value instanceof final Optional<?> optional) {
            return optional.map(Differences::text).orElse("not set");
        }
        if (value instanceof final Double number && Double.isFinite(number)) {
            return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
        }
        if (value instanceof final Boolean isSo) {
            return isSo ? "yes" : "no";
        }
        return value instanceof final Enum<?> choice ? RecordValues.inWords(choice.name()) : String.valueOf(value);
    }

    /** @return these and others behind them, of the mean of as many networks as here */
    public Differences and(final List<String> others) {
        return new Differences(Stream.concat(settings.stream(), others.stream()).toList(), networks);
    }

    /** @return what differs of a single network, separated by commas; empty if nothing does */
    public String ofMember() {
        return String.join(", ", settings);
    }

    /** @return what differs of the mean of all networks; empty if nothing does */
    public String ofAll() {
        final List<String> all = new ArrayList<>(settings);
        if (networks > 1) {
            all.add("mean of " + networks + " networks instead of 1");
        }
        return String.join(", ", all);
    }
}
