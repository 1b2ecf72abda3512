package org.knime.core.node.workflow;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The type of a flow variable.
 *
 * @param <T> the class of its values
 */
public abstract class VariableType<T> {

    private final Class<T> m_class;

    private final Function<String, T> m_parser;

    private VariableType(final Class<T> simpleType, final Function<String, T> parser) {
        m_class = simpleType;
        m_parser = parser;
    }

    /** @return the class of the values */
    public Class<T> getSimpleType() {
        return m_class;
    }

    /** @return the name that identifies the type in workflows */
    public String getIdentifier() {
        return m_class.getSimpleName().toUpperCase(Locale.ROOT);
    }

    T parse(final String text) {
        return m_parser.apply(text);
    }

    static List<VariableType<?>> all() {
        return List.of(StringType.INSTANCE, IntType.INSTANCE, DoubleType.INSTANCE, LongType.INSTANCE,
            BooleanType.INSTANCE);
    }

    @Override
    public String toString() {
        return getIdentifier();
    }

    /** Strings. */
    public static final class StringType extends VariableType<String> {

        /** The type. */
        public static final StringType INSTANCE = new StringType();

        private StringType() {
            super(String.class, s -> s);
        }
    }

    /** Whole numbers of 32 bits. */
    public static final class IntType extends VariableType<Integer> {

        /** The type. */
        public static final IntType INSTANCE = new IntType();

        private IntType() {
            super(Integer.class, Integer::valueOf);
        }
    }

    /** Numbers. */
    public static final class DoubleType extends VariableType<Double> {

        /** The type. */
        public static final DoubleType INSTANCE = new DoubleType();

        private DoubleType() {
            super(Double.class, Double::valueOf);
        }
    }

    /** Whole numbers of 64 bits. */
    public static final class LongType extends VariableType<Long> {

        /** The type. */
        public static final LongType INSTANCE = new LongType();

        private LongType() {
            super(Long.class, Long::valueOf);
        }
    }

    /** True or false. */
    public static final class BooleanType extends VariableType<Boolean> {

        /** The type. */
        public static final BooleanType INSTANCE = new BooleanType();

        private BooleanType() {
            super(Boolean.class, Boolean::valueOf);
        }
    }
}
