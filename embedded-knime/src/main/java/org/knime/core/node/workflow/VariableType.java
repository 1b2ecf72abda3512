package org.knime.core.node.workflow;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The type of a flow variable.
 *
 * @param <T> the class of its values
 */
public final class VariableType<T> {

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
        return this == StringType.INSTANCE ? "STRING" : this == DoubleType.INSTANCE ? "DOUBLE"
            : this == IntType.INSTANCE ? "INTEGER" : m_class.getSimpleName().toUpperCase(Locale.ROOT);
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
    public static final class StringType {

        /** The type. */
        public static final VariableType<String> INSTANCE = new VariableType<>(String.class, s -> s);

        private StringType() {
        }
    }

    /** Whole numbers of 32 bits. */
    public static final class IntType {

        /** The type. */
        public static final VariableType<Integer> INSTANCE = new VariableType<>(Integer.class, Integer::valueOf);

        private IntType() {
        }
    }

    /** Numbers. */
    public static final class DoubleType {

        /** The type. */
        public static final VariableType<Double> INSTANCE = new VariableType<>(Double.class, Double::valueOf);

        private DoubleType() {
        }
    }

    /** Whole numbers of 64 bits. */
    public static final class LongType {

        /** The type. */
        public static final VariableType<Long> INSTANCE = new VariableType<>(Long.class, Long::valueOf);

        private LongType() {
        }
    }

    /** True or false. */
    public static final class BooleanType {

        /** The type. */
        public static final VariableType<Boolean> INSTANCE = new VariableType<>(Boolean.class, Boolean::valueOf);

        private BooleanType() {
        }
    }
}
