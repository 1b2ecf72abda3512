package org.geco.embedded.parameters;

import java.util.List;
import java.util.Optional;

import org.knime.node.parameters.NodeParameters;

/**
 * A field of every kind KNIME can store. every-kind.xml holds what KNIME 5.8.2 itself wrote for an object of this
 * class.
 */
class EveryKindParameters extends InheritedParameters {

    enum Choice {
        ONE, TWO {
            // a constant with a body: its class is not the enum's
        }
    }

    static class Nested implements NodeParameters {

        String m_name = "n";

        double m_x = 0.5;

        Nested() {
            // the defaults
        }

        Nested(final String name, final double x) {
            m_name = name;
            m_x = x;
        }
    }

    static int s_static = 2;

    int m_epochs = 60;

    long m_long = 5L;

    double m_rate = 1e-3;

    boolean m_flag = true;

    String m_text = "a\nb\"<>&";

    String m_null;

    Choice m_choice = Choice.TWO;

    Nested m_nested = new Nested();

    Nested[] m_array = {new Nested("a", 1), new Nested("b", 2)};

    List<Nested> m_list = List.of(new Nested("c", 3));

    String[] m_strings = {"x", null, ""};

    int[] m_ints = {1, 2};

    double[] m_doubles = {1.5, Double.NaN};

    Optional<Integer> m_optInt = Optional.of(4);

    Optional<String> m_optNone = Optional.empty();

    Optional<Double> m_optNoneD = Optional.empty();

    Optional<Choice> m_optEnum = Optional.of(Choice.ONE);

    Optional<Choice> m_optEnumNone = Optional.empty();

    Void m_void;

    Integer m_boxed = 12;

    transient int m_transient = 1;

    private int m_private = 5; // KNIME does not store private fields

    int privateValue() {
        return m_private;
    }
}
