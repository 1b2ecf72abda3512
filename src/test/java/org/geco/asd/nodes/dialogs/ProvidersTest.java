package org.geco.asd.nodes.dialogs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.geco.asd.nodes.dialogs.Dialog.Control;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.StateProvider.StateProviderInitializer;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.filter.ColumnFilterWidget;
import org.knime.node.parameters.widget.message.TextMessage;

/** What dialogs compute: choices, the values that settings get when they are ticked, messages. */
class ProvidersTest {

    /** Answers as KNIME does while the dialog is opened. */
    private record Opening(Map<Class<?>, Object> values) implements StateProviderInitializer {
        @Override
        @SuppressWarnings("unchecked")
        public <T> Supplier<T> computeFromValueSupplier(final Class<? extends ParameterReference<T>> reference) {
            assertThat(values).as("a setting that carries " + reference).containsKey(reference);
            return () -> (T)values.get(reference);
        }

        @Override
        public void computeBeforeOpenDialog() {
            // nothing to do
        }

        @Override
        public void computeAfterOpenDialog() {
            // nothing to do
        }
    }

    private static Object computed(final Class<? extends StateProvider<?>> type, final Map<Class<?>, Object> values)
        throws Exception {
        final StateProvider<?> provider = Effects.create(type);
        provider.init(new Opening(values));
        return provider.computeState(new Effects.Unconnected());
    }

    @SuppressWarnings("unchecked")
    private static Object choices(final Field field, final Dialog dialog) throws Exception {
        final ChoicesProvider choices = field.getAnnotation(ChoicesProvider.class);
        return computed((Class<? extends StateProvider<?>>)(choices == null
            ? field.getAnnotation(ColumnFilterWidget.class).choicesProvider() : choices.value()), dialog.values());
    }

    @TestFactory
    Stream<DynamicTest> everyDialogOpensWhileNothingIsConnected() throws Exception {
        return Nodes.withDialog().stream().map(node -> DynamicTest.dynamicTest(Nodes.name(node), () -> {
            final Dialog dialog = Nodes.dialog(node);
            for (final Control control : dialog.controls()) {
                final Field field = control.field();
                if (field.isAnnotationPresent(ChoicesProvider.class)
                    || field.isAnnotationPresent(ColumnFilterWidget.class)) {
                    assertThat(choices(field, dialog)).as(control.title()).isInstanceOf(Collection.class);
                }
                if (field.getType() == Optional.class) {
                    final OptionalWidget optional = field.getAnnotation(OptionalWidget.class);
                    assertThat(optional).as(control.title() + " would be 0 or empty when it is ticked").isNotNull();
                    assertThat(computed(optional.defaultProvider(), dialog.values())).as(control.title())
                        .isInstanceOf((Class<?>)((ParameterizedType)field.getGenericType())
                            .getActualTypeArguments()[0]);
                }
            }
        }));
    }

    @Test
    void aTickedSettingShowsTheNumberOfTheChosenPreset() throws Exception {
        assertThat(ticked("PAE Learner", "Epochs", "PAPER")).isEqualTo(60);
        assertThat(ticked("PAE Learner", "Epochs", "SMALL_DATA")).isEqualTo(60);
        assertThat(ticked("PAE Learner", "Encoder width", "QUICK")).isEqualTo(128);
        assertThat(ticked("GeCo Learner", "Learning rate", "PAPER")).isEqualTo(0.1);
        assertThat(ticked("GeCo Learner", "Learning rate falls at epochs", "PAPER")).isEqualTo("50, 90");
        assertThat(ticked("GeCo Learner", "λ ramp ends at", "QUICK")).isEqualTo(45.0);
    }

    @Test
    void theMessageBelowThePresetSaysItsNumbers() throws Exception {
        final Dialog dialog = dialog("GeCo Learner");
        final Control message =
            dialog.controls().stream().filter(control -> control.widget() == null).findFirst().orElseThrow();
        assertThat((Optional<?>)computed(message.field().getAnnotation(TextMessage.class).value(),
            with(dialog, "PAPER"))).get().asString().contains("120 epochs", "batch size 32", "learning rate 0.1",
                "epoch 50 and 90", "base width 64");
    }

    private static Dialog dialog(final String name) throws Exception {
        for (final DefaultNodeFactory node : Nodes.withDialog()) {
            if (Nodes.name(node).equals(name)) {
                return Nodes.dialog(node);
            }
        }
        throw new IllegalArgumentException(name);
    }

    private static Object ticked(final String name, final String title, final String preset) throws Exception {
        final Dialog dialog = dialog(name);
        final Field field = dialog.controls().stream().filter(control -> control.title().equals(title)).findFirst()
            .orElseThrow().field();
        return computed(field.getAnnotation(OptionalWidget.class).defaultProvider(), with(dialog, preset));
    }

    /** The values of a dialog with another preset. */
    private static Map<Class<?>, Object> with(final Dialog dialog, final String preset) {
        final Map<Class<?>, Object> values = new HashMap<>(dialog.values());
        values.replaceAll((reference, value) -> value instanceof final Enum<?> constant
            && constant.getDeclaringClass().getSimpleName().endsWith("Preset")
                ? Stream.of(constant.getDeclaringClass().getEnumConstants()).filter(c -> c.name().equals(preset))
                    .findFirst().orElseThrow() : value);
        return values;
    }
}
