package org.geco.asd.nodes.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.geco.asd.evaluation.Evaluation;
import org.geco.asd.evaluation.Evaluation.MachineResult;
import org.geco.asd.nodes.knime.NodeFailures;

/** What a user must know about an evaluation before believing it, as one warning. */
final class EvaluationWarning {
    private static final int NAMED = 3;

    private EvaluationWarning() { }

    static Optional<String> of(final List<String> scores, final List<Evaluation> evaluations) {
        // scores usually share their gaps: the same text is said once, for all scores it holds for
        final Map<String, List<String>> scoresByText = new LinkedHashMap<>();
        for (int i = 0; i < scores.size(); i++) {
            final String score = scores.get(i);
            withoutAuc(evaluations.get(i)).ifPresent(text -> add(scoresByText, text, score));
            leftOut(evaluations.get(i)).ifPresent(text -> add(scoresByText, text, score));
        }
        return scoresByText.entrySet().stream().map(e -> String.join(", ", e.getValue()) + ": " + e.getKey())
            .reduce((first, second) -> first + " " + second);
    }

    private static void add(final Map<String, List<String>> scoresByText, final String text, final String score) {
        scoresByText.computeIfAbsent(text, t -> new ArrayList<>()).add(score);
    }

    private static Optional<String> withoutAuc(final Evaluation evaluation) {
        final List<MachineResult> machines =
            evaluation.machines().filter(m -> !m.metrics().auc().isPresent()).toList();
        if (machines.isEmpty()) {
            return Optional.empty();
        }
        final String names =
            machines.stream().limit(NAMED).map(m -> m.machine().toString()).collect(Collectors.joining(", "));
        return Optional.of("no AUC for " + machines.size() + " of " + evaluation.machines().count() + " machines ("
            + names + (machines.size() > NAMED ? ", …" : "") + "), " + machines.get(0).metrics().auc().reason() + ".");
    }

    private static Optional<String> leftOut(final Evaluation evaluation) {
        final int leftOut = evaluation.machines().mapToInt(MachineResult::clipsLeftOut).sum();
        if (leftOut == 0) {
            return Optional.empty();
        }
        final int all = leftOut
            + evaluation.machines().mapToInt(m -> m.scores().normals() + m.scores().anomalies()).sum();
        final Map.Entry<String, Integer> first = evaluation.machines().flatMap(m -> m.leftOut().entrySet().stream())
            .findFirst().orElseThrow();
        return Optional.of(leftOut + " of " + all + " clips were left out: " + NodeFailures.sentence(first.getKey()));
    }
}
