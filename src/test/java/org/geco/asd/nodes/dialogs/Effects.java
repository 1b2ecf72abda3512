package org.geco.asd.nodes.dialogs;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.EffectPredicateProvider.PredicateInitializer;
import org.knime.node.parameters.updates.ParameterReference;

/** What the effects of a dialog show while nothing is connected and every setting has its default. */
final class Effects implements PredicateInitializer {

    private final Map<Class<?>, Object> m_values;

    Effects(final Map<Class<?>, Object> values) {
        m_values = values;
    }

    boolean shows(final Effect effect) {
        if (effect == null) {
            return true;
        }
        final boolean holds = ((Truth)create(effect.predicate()).init(this)).value();
        return effect.type() == EffectType.SHOW ? holds : effect.type() != EffectType.HIDE || !holds;
    }

    private record Truth(boolean value) implements EffectPredicate {
        @Override
        public EffectPredicate and(final EffectPredicate other) {
            return new Truth(value && ((Truth)other).value());
        }

        @Override
        public EffectPredicate or(final EffectPredicate other) {
            return new Truth(value || ((Truth)other).value());
        }

        @Override
        public EffectPredicate negate() {
            return new Truth(!value);
        }
    }

    static <T> T create(final Class<T> type) {
        try {
            final Constructor<T> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object value(final Class<?> reference) {
        if (!m_values.containsKey(reference)) {
            throw new IllegalStateException("No setting carries the reference " + reference);
        }
        return m_values.get(reference);
    }

    @Override
    public <E extends Enum<E>> EnumReference<E> getEnum(final Class<? extends ParameterReference<E>> reference) {
        final Object value = value(reference);
        return constants -> new Truth(Arrays.asList(constants).contains(value));
    }

    @Override
    public EffectPredicate getConstant(final Predicate<NodeParametersInput> predicate) {
        return new Truth(predicate.test(new Unconnected()));
    }

    @Override
    public EffectPredicate getPredicate(final EffectPredicateProvider provider) {
        return provider.init(this);
    }

    /** A node without connections. */
    static final class Unconnected implements NodeParametersInput {
        @Override
        public PortObjectSpec[] getInPortSpecs() {
            return new PortObjectSpec[0];
        }

        @Override
        public Optional<PortObjectSpec> getInPortSpec(final int port) {
            return Optional.empty();
        }

        @Override
        public DataTableSpec[] getInTableSpecs() {
            return new DataTableSpec[0];
        }

        @Override
        public Optional<DataTableSpec> getInTableSpec(final int port) {
            return Optional.empty();
        }
    }
}
