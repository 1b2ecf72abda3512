package org.knime.core.data;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.knime.core.data.DataValue.UtilityFactory;

/** Looks at cell and value classes: which values a cell has, and their utilities. */
final class ValueClasses {

    private ValueClasses() {
    }

    static List<Class<? extends DataValue>> of(final Class<? extends DataCell> cell) {
        final Set<Class<? extends DataValue>> found = new LinkedHashSet<>();
        addInterfaces(found, cell);
        if (found.size() > 1) {
            found.remove(DataValue.class); // says nothing beside others
        }
        return new ArrayList<>(found);
    }

    private static void addInterfaces(final Set<Class<? extends DataValue>> found, final Class<?> current) {
        for (final Class<?> c : current.getInterfaces()) {
            if (DataValue.class.isAssignableFrom(c)) {
                found.add(c.asSubclass(DataValue.class));
                addInterfaces(found, c);
            }
        }
        if (current.getSuperclass() != null) {
            addInterfaces(found, current.getSuperclass());
        }
    }

    static UtilityFactory utilityOf(final Class<? extends DataValue> value) {
        try {
            return (UtilityFactory)value.getField("UTILITY").get(null);
        } catch (final ReflectiveOperationException | ClassCastException e) {
            throw new IllegalStateException("The field UTILITY of " + value.getName()
                + " isn't a public UtilityFactory", e);
        }
    }
}
