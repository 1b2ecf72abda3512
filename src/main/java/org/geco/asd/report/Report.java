package org.geco.asd.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Learned;
import org.geco.asd.evaluation.Evaluation;
import org.geco.asd.evaluation.Evaluator;
import org.geco.asd.evaluation.ScoredClip;

/**
 * Everything a report shows: for each of the scores' names, at least one, an evaluation and a score of each clip. The
 * last score is the main one: it ranks the clips and fills the challenge files. Decisions are clips with p-value and
 * decision, 0 for normal, if there are any, and then there is a light for each machine. Models are what scores and
 * decisions were made by, as far as it is known. What is to be known of clips that can be neither seen nor heard is a
 * sentence, which may be empty.
 */
public record Report(ReportSettings settings, List<String> scoreNames, List<ScoredClip> clips,
    List<Evaluation> evaluations, List<Ranking.Entry> ranking, List<ScoredClip> decisions, List<Light> lights,
    List<HeardClip> heard, String unread, List<Learned> models) {
    /** Checks the sizes and takes copies. */
    public Report {
        scoreNames = List.copyOf(scoreNames);
        clips = List.copyOf(clips);
        evaluations = List.copyOf(evaluations);
        ranking = List.copyOf(ranking);
        decisions = List.copyOf(decisions);
        lights = List.copyOf(lights);
        heard = List.copyOf(heard);
        models = List.copyOf(models);
        if (scoreNames.isEmpty() || evaluations.size() != scoreNames.size()) {
            throw new IllegalArgumentException(scoreNames + " with " + evaluations.size() + " evaluations");
        }
    }

    /** @return a report of the clips, evaluated */
    public static Report of(final ReportSettings settings, final List<String> scoreNames,
        final List<ScoredClip> clips) {
        final Evaluator evaluator = new Evaluator(settings.maxFpr());
        return new Report(settings, scoreNames, clips,
            IntStream.range(0, scoreNames.size()).mapToObj(i -> evaluator.evaluate(clips, i)).toList(),
            Ranking.of(clips, scoreNames.size() - 1), List.of(), List.of(), List.of(), "", List.of());
    }

    /** @return the same with a light for each machine, by p-value and decision of each clip, and known trends beside */
    public Report judged(final List<ScoredClip> judged, final Map<MachineId, Trend> trends) {
        return new Report(settings, scoreNames, clips, evaluations, ranking, judged, Light.of(judged, trends), heard,
            unread, models);
    }

    /** @return the same with the first clips of the ranking to see and to hear, as many as fit into the megabytes */
    public Report heard(final HeardClip.Source source, final int megabytes, final ProgressMonitor progress) {
        final List<String> reasons = new ArrayList<>();
        final List<HeardClip> found = HeardClip.of(this, source, megabytes, reasons::add, progress);
        return new Report(settings, scoreNames, clips, evaluations, ranking, decisions, lights, found,
            reasons.isEmpty() ? ""
            : "Of the most anomalous clips, " + reasons.size() + " cannot be heard here: " + reasons.get(0), models);
    }

    /** @return the same with what the scores and decisions were made by */
    public Report madeBy(final List<Learned> learned) {
        return new Report(settings, scoreNames, clips, evaluations, ranking, decisions, lights, heard, unread, learned);
    }

    /** @return index of the main score: the last */
    public int main() {
        return scoreNames.size() - 1;
    }

    /** @return the evaluation of the main score */
    public Evaluation mainEvaluation() {
        return evaluations.get(main());
    }

    /** @return whether any score of any machine has an AUC; if not, the report only ranks */
    public boolean isLabelled() {
        return evaluations.stream().anyMatch(Evaluation::hasAnyValue);
    }
}
