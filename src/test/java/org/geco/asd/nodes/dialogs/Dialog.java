package org.geco.asd.nodes.dialogs;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.geco.embedded.parameters.ParametersPersistence;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Before;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.message.TextMessage;

/** The dialog of a node, read from the annotations of its settings as KNIME reads them. */
final class Dialog {

    /**
     * One setting.
     *
     * @param path its key with those of its parents
     * @param field where it is stored
     * @param widget its title and description, null for a message
     * @param part the part of the layout it is in, null for none
     * @param isAdvanced whether it or its group is hidden at first sight
     * @param effect shows or hides it, null for none
     * @param value its default
     */
    record Control(String path, Field field, Widget widget, Class<?> part, boolean isAdvanced, Effect effect,
        Object value) {

        String title() {
            return widget == null ? "(message)" : widget.title();
        }

        /** @return the section, with the outer part of a part that is none */
        Optional<Class<?>> section() {
            Class<?> section = part;
            while (section != null && !section.isAnnotationPresent(Section.class)) {
                section = section.getEnclosingClass();
            }
            return Optional.ofNullable(section);
        }
    }

    private final List<Control> m_controls = new ArrayList<>();

    private final Map<Class<?>, Object> m_values = new LinkedHashMap<>();

    private final NodeParameters m_defaults;

    Dialog(final Class<? extends NodeParameters> type) throws Exception {
        m_defaults = ParametersPersistence.createDefault(type, new PortObjectSpec[0]);
        add(type, m_defaults, "", null, false, null);
    }

    private void add(final Class<?> type, final Object owner, final String path, final Class<?> part,
        final boolean isAdvanced, final Effect effect) throws IllegalAccessException {
        if (type.getSuperclass() != Object.class) {
            add(type.getSuperclass(), owner, path, part, isAdvanced, effect);
        }
        for (final Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !Modifier.isPrivate(field.getModifiers())) {
                add(field, owner, path, part, isAdvanced || type.isAnnotationPresent(Advanced.class), effect);
            }
        }
    }

    private void add(final Field field, final Object owner, final String path, final Class<?> part,
        final boolean isAdvanced, final Effect effect) throws IllegalAccessException {
        field.setAccessible(true);
        final Object value = field.get(owner);
        final String key = path + field.getName().substring(2);
        final Layout layout = field.getAnnotation(Layout.class);
        final Class<?> there = layout == null ? part : layout.value();
        final boolean advanced = isAdvanced || field.isAnnotationPresent(Advanced.class);
        final Effect shown = or(field.getAnnotation(Effect.class), effect);
        if (NodeParameters.class.isAssignableFrom(field.getType())) {
            add(field.getType(), value, key + "/", there, advanced, shown);
            return;
        }
        final ValueReference reference = field.getAnnotation(ValueReference.class);
        if (reference != null && m_values.put(reference.value(), value) != null) {
            throw new IllegalStateException("KNIME refuses a dialog with " + reference.value() + " twice");
        }
        final Widget widget = field.getAnnotation(Widget.class);
        if (widget != null || field.isAnnotationPresent(TextMessage.class)) {
            m_controls.add(new Control(key, field, widget, there,
                advanced || widget != null && widget.advanced(), shown, value));
        }
    }

    private static <T extends Annotation> T or(final T first, final T second) {
        return first == null ? second : first;
    }

    /** @return the defaults of the settings that something refers to, by the reference */
    Map<Class<?>, Object> values() {
        return m_values;
    }

    NodeParameters defaults() {
        return m_defaults;
    }

    /** @return the settings in the order of the dialog */
    List<Control> controls() {
        final List<Control> controls = new ArrayList<>();
        for (final Class<?> part : parts()) {
            m_controls.stream().filter(control -> control.part() == part).forEach(controls::add);
        }
        return controls;
    }

    /** @return the parts of the layout in their order */
    private Set<Class<?>> parts() {
        final Set<Class<?>> all = new LinkedHashSet<>();
        m_controls.forEach(control -> all.add(control.part()));
        final Set<Class<?>> sorted = new LinkedHashSet<>();
        while (!all.isEmpty()) {
            final Class<?> next = all.stream().filter(part -> all.stream().noneMatch(other -> comesBefore(other, part)))
                .findFirst().orElseThrow(() -> new IllegalStateException("The layout goes in circles: " + all));
            all.remove(next);
            sorted.add(next);
        }
        return sorted;
    }

    /** Whether one part is before another, by what either says of it or of parts between them. */
    private static boolean comesBefore(final Class<?> first, final Class<?> then) {
        if (first == then || first == null || then == null) {
            return first == null && then != null;
        }
        for (Class<?> part = then; part != null; part = part.getEnclosingClass()) {
            final After after = part.getAnnotation(After.class);
            if (after != null && !isIn(then, after.value())
                && (isIn(first, after.value()) || comesBefore(first, after.value()))) {
                return true;
            }
        }
        for (Class<?> part = first; part != null; part = part.getEnclosingClass()) {
            final Before before = part.getAnnotation(Before.class);
            if (before != null && (isIn(then, before.value()) || comesAfter(then, before.value()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean comesAfter(final Class<?> then, final Class<?> first) {
        final After after = then.getAnnotation(After.class);
        return after != null && (isIn(first, after.value()) || comesAfter(after.value(), first));
    }

    private static boolean isIn(final Class<?> part, final Class<?> outer) {
        return part != null && (part == outer || isIn(part.getEnclosingClass(), outer));
    }

    /** @return whether a setting is there before the user has changed or opened anything */
    boolean isAtFirstSight(final Control control) {
        if (isAdvanced(control)) {
            return false;
        }
        final Effects effects = new Effects(m_values);
        return effects.shows(control.effect())
            && control.section().map(section -> effects.shows(section.getAnnotation(Effect.class))).orElse(true);
    }

    /** @return whether a setting, its group or its section is hidden at first sight */
    boolean isAdvanced(final Control control) {
        return control.isAdvanced()
            || control.section().map(section -> section.isAnnotationPresent(Advanced.class)).orElse(false);
    }
}
