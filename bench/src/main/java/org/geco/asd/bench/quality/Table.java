package org.geco.asd.bench.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.geco.asd.bench.quality.Comparison.Quality;
import org.geco.asd.dataset.Label;
import org.geco.asd.evaluation.Bootstrap.Interval;

/** A comparison in Markdown: one row a method, and one a method for the machines. */
final class Table {
    private final Comparison m_comparison;
    private final Bootstrap m_bootstrap;
    private final int[] m_seeds;
    private final int[] m_bases;

    /** @param bases methods that the others are compared with */
    Table(final Comparison comparison, final List<String> bases) {
        m_comparison = comparison;
        m_bootstrap = new Bootstrap(comparison);
        m_seeds = IntStream.range(0, comparison.seeds()).toArray();
        m_bases = bases.stream().mapToInt(comparison.methods()::indexOf).toArray();
    }

    /** @return both tables and a sentence above them */
    String markdown() {
        final List<String> lines = new ArrayList<>();
        final long anomalies = m_comparison.clips().stream().filter(clip -> clip.label() == Label.ANOMALY).count();
        lines.add(String.format(Locale.ROOT,
            "Mean over %d machines (%d normal, %d anomalous test clips) and %d seed%s ± deviation over the seeds "
                + "[95 %% interval].",
            m_comparison.machines(0).size(), m_comparison.clips().size() - anomalies, anomalies, m_seeds.length,
            m_seeds.length == 1 ? "" : "s"));
        lines.add("");
        lines.add("| method | AUC | pAUC |" + bases(base -> " AUC over " + base + " | pAUC over " + base + " |"));
        lines.add("|---|---|---|" + bases(base -> "---|---|"));
        IntStream.range(0, m_comparison.methods().size()).forEach(method -> lines.add(row(method)));
        lines.add("");
        lines.add("AUC of each machine, mean over the seeds:");
        lines.add("");
        lines.add("| method | " + m_comparison.machines(0).keySet().stream().map(Object::toString)
            .collect(Collectors.joining(" | ")) + " |");
        lines.add("|---" + "|---".repeat(m_comparison.machines(0).size()) + "|");
        IntStream.range(0, m_comparison.methods().size()).forEach(method -> lines.add("| "
            + m_comparison.methods().get(method) + " | " + m_comparison.machines(method).values().stream()
                .map(auc -> String.format(Locale.ROOT, "%.2f", auc)).collect(Collectors.joining(" | ")) + " |"));
        return String.join("\n", lines) + "\n";
    }

    private String row(final int method) {
        return "| " + m_comparison.methods().get(method) + " | " + value(method, Quality::auc) + " | "
            + value(method, Quality::partialAuc) + " |" + IntStream.of(m_bases)
                .mapToObj(base -> " " + difference(method, base, Quality::auc) + " | "
                    + difference(method, base, Quality::partialAuc) + " |").collect(Collectors.joining());
    }

    private String bases(final UnaryOperator<String> text) {
        return IntStream.of(m_bases).mapToObj(m_comparison.methods()::get).map(text).collect(Collectors.joining());
    }

    private String value(final int method, final ToDoubleFunction<Quality> value) {
        final double mean = value.applyAsDouble(Bootstrap.mean(m_comparison, method, m_seeds));
        final double squares = IntStream.of(m_seeds)
            .mapToDouble(seed -> value.applyAsDouble(m_comparison.quality(method, seed)) - mean)
            .map(residual -> residual * residual).sum();
        final double deviation = m_seeds.length == 1 ? 0 : Math.sqrt(squares / (m_seeds.length - 1));
        final Interval interval = m_bootstrap.interval(method, value);
        return String.format(Locale.ROOT, "%.3f ± %.3f [%.3f, %.3f]", mean, deviation, interval.low(),
            interval.high());
    }

    private String difference(final int method, final int base, final ToDoubleFunction<Quality> value) {
        if (method == base) {
            return "";
        }
        final double mean = value.applyAsDouble(Bootstrap.mean(m_comparison, method, m_seeds)
            .minus(Bootstrap.mean(m_comparison, base, m_seeds)));
        final Interval interval = m_bootstrap.difference(method, base, value);
        return String.format(Locale.ROOT, "%+.3f [%+.3f, %+.3f]", mean, interval.low(), interval.high());
    }
}
