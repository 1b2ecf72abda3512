package org.knime.node.parameters.widget.choices.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.persistence.Persistable;

/** A choice of columns: by hand, by a pattern of their names, or by their types. Starts with none, chosen by hand. */
public final class ColumnFilter implements Persistable {

    /** How the columns are chosen. */
    enum Mode {
        MANUAL, REGEX, WILDCARD, TYPE
    }

    /** A pattern of names. */
    static final class ByPattern implements Persistable {
        String m_pattern = "";

        boolean m_isCaseSensitive;

        boolean m_isInverted;

        Predicate<String> test(final boolean isRegex) {
            if (m_pattern.isEmpty() && isRegex) {
                return name -> m_isInverted;
            }
            final var pattern = Pattern.compile(isRegex ? cased(m_pattern)
                : Pattern.quote(cased(m_pattern)).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"));
            return name -> pattern.matcher(cased(name)).matches() != m_isInverted;
        }

        private String cased(final String text) {
            return m_isCaseSensitive ? text : text.toLowerCase(Locale.getDefault());
        }
    }

    /** Names. */
    static final class ByHand implements Persistable {
        String[] m_manuallySelected = {};

        String[] m_manuallyDeselected = {};

        boolean m_includeUnknownColumns;

        Predicate<String> test() {
            return m_includeUnknownColumns ? name -> !Arrays.asList(m_manuallyDeselected).contains(name)
                : name -> Arrays.asList(m_manuallySelected).contains(name);
        }
    }

    /** Names of the value classes that types prefer. */
    static final class ByType implements Persistable {
        String[] m_selectedTypes = {};
    }

    Mode m_mode = Mode.MANUAL;

    ByPattern m_patternFilter = new ByPattern();

    ByHand m_manualFilter = new ByHand();

    ByType m_typeFilter = new ByType();

    /**
     * Chooses.
     *
     * @param choices the columns to choose from
     * @return the names of the chosen ones, in their order
     */
    public String[] filter(final List<DataColumnSpec> choices) {
        return choices.stream().filter(test()).map(DataColumnSpec::getName).toArray(String[]::new);
    }

    /**
     * Tells what was chosen by hand and is not there.
     *
     * @param choices the columns to choose from
     * @return names
     */
    public String[] getMissingSelected(final List<DataColumnSpec> choices) {
        if (m_mode != Mode.MANUAL || m_manualFilter.m_includeUnknownColumns) {
            return new String[0];
        }
        final var names = choices.stream().map(DataColumnSpec::getName).toList();
        return Arrays.stream(m_manualFilter.m_manuallySelected).filter(name -> !names.contains(name))
            .toArray(String[]::new);
    }

    private Predicate<DataColumnSpec> test() {
        return switch (m_mode) {
            case MANUAL -> column -> m_manualFilter.test().test(column.getName());
            case REGEX, WILDCARD -> {
                final var matches = m_patternFilter.test(m_mode == Mode.REGEX);
                yield column -> matches.test(column.getName());
            }
            case TYPE -> column -> Arrays.asList(m_typeFilter.m_selectedTypes)
                .contains(column.getType().getPreferredValueClass().getName());
        };
    }
}
