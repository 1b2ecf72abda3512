package org.geco.asd.nodes.dialogs;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates.And;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates.Not;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates.Or;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates.PredicateVisitor;
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
        final boolean holds = holds(create(effect.predicate()).init(this));
        return effect.type() == EffectType.SHOW ? holds : effect.type() != EffectType.HIDE || !holds;
    }

    private record Truth(boolean value) implements EffectPredicate {
        @Override
        public <T> T accept(final PredicateVisitor<T> visitor) {
            throw new IllegalStateException("a leaf");
        }
    }

    private static boolean holds(final EffectPredicate predicate) {
        if (predicate instanceof final Truth truth) {
            return truth.value();
        }
        return predicate.accept(new PredicateVisitor<Boolean>() {
            @Override
            public Boolean visit(final And and) {
                return and.getChildren().stream().allMatch(Effects::holds);
            }

            @Override
            public Boolean visit(final Or or) {
                return or.getChildren().stream().anyMatch(Effects::holds);
            }

            @Override
            public Boolean visit(final Not not) {
                return !holds(not.getChildPredicate());
            }
        });
    }

    private static <T> T create(final Class<T> type) {
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
    public StringReference getString(final Class<? extends ParameterReference<String>> reference) {
        throw new UnsupportedOperationException("no dialog of ours asks this");
    }

    @Override
    public BooleanReference getBoolean(final Class<? extends ParameterReference<Boolean>> reference) {
        throw new UnsupportedOperationException("no dialog of ours asks this");
    }

    @Override
    public <T> ArrayReference getArray(final Class<? extends ParameterReference<T[]>> reference) {
        throw new UnsupportedOperationException("no dialog of ours asks this");
    }

    @Override
    public boolean isMissing(final Class<? extends ParameterReference<?>> reference) {
        return !m_values.containsKey(reference);
    }

    @Override
    public EffectPredicate getConstant(final Predicate<NodeParametersInput> predicate) {
        return new Truth(predicate.test(new Unconnected()));
    }

    @Override
    public EffectPredicate getPredicate(final Class<? extends EffectPredicateProvider> provider) {
        return create(provider).init(this);
    }

    @Override
    public EffectPredicate getPredicate(final EffectPredicateProvider provider) {
        return provider.init(this);
    }

    /** A node without connections. */
    private static final class Unconnected implements NodeParametersInput {
        @Override
        public PortType[] getInPortTypes() {
            return new PortType[0];
        }

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

        @Override
        public PortObject[] getInPortObjects() {
            return new PortObject[0];
        }

        @Override
        public Optional<PortObject> getInPortObject(final int port) {
            return Optional.empty();
        }

        @Override
        public BufferedDataTable[] getInTables() {
            return new BufferedDataTable[0];
        }

        @Override
        public Optional<BufferedDataTable> getInTable(final int port) {
            return Optional.empty();
        }

        @Override
        public PortType[] getOutPortTypes() {
            return new PortType[0];
        }
    }
}
