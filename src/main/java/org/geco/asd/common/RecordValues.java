package org.geco.asd.common;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** The values in a record and in the records in it, by the names of the components on the way to each. */
public final class RecordValues {
    private RecordValues() { }

    /**
     * @param wanted components that are not are left out
     * @param isWhole tells which records in it are values
     * @return way → value, in the order of the components
     */
    public static Map<List<String>, Object> of(final Record settings, final Predicate<RecordComponent> wanted,
        final Predicate<Record> isWhole) {
        final Map<List<String>, Object> values = new LinkedHashMap<>();
        for (final RecordComponent component : settings.getClass().getRecordComponents()) {
            if (wanted.test(component)) {
                final Object value = value(settings, component);
                if (value instanceof final Record inner && !isWhole.test(inner)) {
                    of(inner, wanted, isWhole).forEach((way, each) -> {
                        final List<String> longer = new ArrayList<>(List.of(component.getName()));
                        longer.addAll(way);
                        values.put(longer, each);
                    });
                } else {
                    values.put(List.of(component.getName()), value);
                }
            }
        }
        return values;
    }

    private static Object value(final Record settings, final RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(settings);
        } catch (final ReflectiveOperationException e) {
            throw new IllegalStateException("The setting " + component.getName() + " cannot be read", e);
        }
    }

    /** @return {@code learningRate} and {@code LEARNING_RATE} as "learning rate" */
    public static String inWords(final String name) {
        return (name.equals(name.toUpperCase(Locale.ROOT)) ? name : name.replaceAll("([A-Z])", " $1"))
            .toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
