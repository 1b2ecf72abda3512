package org.geco.asd.nodes.dialogs;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.geco.asd.nodes.dialogs.Dialog.Control;
import org.geco.embedded.parameters.ParametersPersistence;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.ConfigBase;
import org.knime.core.node.config.base.ConfigEntry;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.validation.BuiltinValidation;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.filter.ColumnFilterWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** A dialog as text: what the user sees, and what is stored. */
final class Snapshot {

    private final Dialog m_dialog;

    private final List<String> m_lines = new ArrayList<>();

    Snapshot(final Dialog dialog) {
        m_dialog = dialog;
    }

    List<String> lines() throws Exception {
        Optional<Class<?>> section = Optional.empty();
        for (final Control control : m_dialog.controls()) {
            if (!control.section().equals(section)) {
                section = control.section();
                section.ifPresent(type -> m_lines.add("[" + type.getAnnotation(Section.class).title() + "]"
                    + effect(type.getAnnotation(Effect.class))));
            }
            m_lines.add("  " + control.title() + (m_dialog.isAtFirstSight(control) ? "" : m_dialog.isAdvanced(control)
                ? " (advanced)" : " (hidden at first)"));
            m_lines.add("      " + control.path() + ": " + type(control.field()) + details(control));
        }
        m_lines.add("");
        m_lines.add("Stored defaults");
        final NodeSettings settings = new NodeSettings("model");
        ParametersPersistence.save(m_dialog.defaults(), settings);
        stored(settings, "  ");
        return m_lines;
    }

    private static String type(final Field field) {
        final String name = field.getType().getSimpleName();
        return field.getType() == Optional.class ? field.getGenericType().getTypeName().replaceAll("[\\w.]+\\.", "")
            : field.getType().isEnum() ? name + " " + Arrays.stream(field.getType().getFields())
                .filter(Field::isEnumConstant).map(Snapshot::constant).collect(Collectors.joining(", ", "{", "}"))
                : name;
    }

    private static String constant(final Field field) {
        return field.getName() + " \"" + field.getAnnotation(Label.class).value() + "\"";
    }

    private static String details(final Control control) {
        final List<String> details = new ArrayList<>();
        final Field field = control.field();
        get(field, NumberInputWidget.class).ifPresent(number -> {
            limit(number.minValidation()).ifPresent(details::add);
            limit(number.maxValidation()).ifPresent(details::add);
        });
        get(field, TextInputWidget.class).ifPresent(text -> {
            limit(text.patternValidation()).ifPresent(details::add);
            details.add(text.placeholder().isEmpty() ? "" : "e.g. " + text.placeholder());
        });
        get(field, ChoicesProvider.class).ifPresent(choices -> details.add("choices " + name(choices.value())));
        get(field, ColumnFilterWidget.class).ifPresent(choices -> details.add("columns "
            + name(choices.choicesProvider())));
        get(field, OptionalWidget.class)
            .ifPresent(optional -> details.add("ticked: " + name(optional.defaultProvider())));
        details.add(effect(control.effect()).strip());
        return details.stream().filter(detail -> !detail.isEmpty()).map(detail -> "; " + detail)
            .collect(Collectors.joining());
    }

    private static <T extends Annotation> Optional<T> get(final Field field, final Class<T> type) {
        return Optional.ofNullable(field.getAnnotation(type));
    }

    private static String effect(final Effect effect) {
        return effect == null ? "" : " " + effect.type() + " " + name(effect.predicate());
    }

    private static String name(final Class<?> type) {
        return type.getName().replaceAll(".*\\.", "").replace('$', '.');
    }

    private static Optional<String> limit(final Class<? extends BuiltinValidation> type) {
        try {
            final Constructor<? extends BuiltinValidation> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance().getErrorMessage());
        } catch (ReflectiveOperationException e) { // the default, which is no limit of its own
            return Optional.empty();
        }
    }

    private void stored(final ConfigBase config, final String indent) {
        for (final String key : config.keySet()) {
            final ConfigEntry entry = config.getEntry(key);
            if (entry.value() instanceof final ConfigBase nested) {
                m_lines.add(indent + key);
                stored(nested, indent + "  ");
            } else {
                m_lines.add(indent + key + " = " + entry.value() + " (" + entry.type() + ")");
            }
        }
    }
}
