package org.geco.asd.nodes.table;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;

/**
 * What columns of scores know, as a property that tables carry along: in what the settings behind them differ from
 * those of the paper, in words. An empty text says that nothing differs; a column of another origin knows nothing.
 */
public final class PaperDifferences {
    /** What a score knows that no method of the paper made. */
    public static final String NOT_IN_PAPER = "not in the paper";

    private static final String KEY = "org.geco.asd.differs";

    private PaperDifferences() { }

    /** @return the column of a score with what it knows */
    public static DataColumnSpec on(final DataColumnSpec score, final Optional<String> text) {
        return text.isEmpty() ? score : with(score, Map.of(KEY, text.get()));
    }

    /** @return the table whose columns with these names know these texts */
    public static DataTableSpec on(final DataTableSpec table, final Map<String, String> texts) {
        return new DataTableSpec(table.getName(),
            table.stream().map(column -> on(column, Optional.ofNullable(texts.get(column.getName()))))
                .toArray(DataColumnSpec[]::new));
    }

    /** @return what a score in a table knows; empty if nothing, or if there is no such column */
    public static Optional<String> of(final DataTableSpec scored, final String score) {
        return Optional.ofNullable(scored.getColumnSpec(score)).flatMap(column -> property(column, KEY));
    }

    /**
     * @param others what else differs in a score that is made of others
     * @return what it knows: that, and what each of the others knows behind its name, members of ensembles behind that
     *         of the whole; empty if that is nothing at all
     */
    public static Optional<String> joined(final DataTableSpec scored, final List<String> scores,
        final List<String> others) {
        final Set<String> all = new LinkedHashSet<>(others);
        boolean isKnown = !others.isEmpty();
        for (final String score : scores) {
            final Optional<String> own = of(scored, score);
            isKnown = isKnown || own.isPresent();
            own.filter(text -> !text.isEmpty()).ifPresent(
                text -> all.add(MemberScore.of(score).map(MemberScore::score).orElse(score) + ": " + text));
        }
        return isKnown ? Optional.of(String.join("; ", all)) : Optional.empty();
    }

    /** @return a column of the names of scores, with what the scores' own columns in a table know */
    public static DataColumnSpec handedOn(final DataColumnSpec names, final DataTableSpec scored,
        final List<String> scores) {
        final Map<String, String> texts = new HashMap<>();
        scores.forEach(score -> of(scored, score).ifPresent(text -> texts.put(key(score), text)));
        return with(names, texts);
    }

    /** @return what a score knows that is named in the rows of this column; empty if nothing */
    public static Optional<String> named(final DataColumnSpec names, final String score) {
        return property(names, key(score));
    }

    private static String key(final String score) {
        return KEY + " " + score;
    }

    private static DataColumnSpec with(final DataColumnSpec column, final Map<String, String> properties) {
        final DataColumnSpecCreator creator = new DataColumnSpecCreator(column);
        creator.setProperties(new DataColumnProperties(properties));
        return creator.createSpec();
    }

    private static Optional<String> property(final DataColumnSpec column, final String key) {
        return Optional.ofNullable(column.getProperties().getProperty(key));
    }
}
