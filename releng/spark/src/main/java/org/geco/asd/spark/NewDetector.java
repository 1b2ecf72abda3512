package org.geco.asd.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.spark.sql.Row;
import org.geco.asd.calibration.ThresholdModel;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Learned;
import org.geco.asd.detector.Combined;
import org.geco.asd.detector.Detector;
import org.geco.asd.detector.Part;
import org.geco.asd.engine.NamedClip;
import org.geco.asd.ensemble.ScoreEnsemble;
import org.geco.asd.evaluation.ScoredClip;
import org.geco.asd.methods.autoencoder.AutoencoderModel;
import org.geco.asd.methods.classifier.ClassifierModel;
import org.geco.asd.methods.geco.GecoModel;
import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.outlier.OutlierLearner;
import org.geco.asd.outlier.VectorSample;

/** Composes a detector like another one, as the workflow train does, of what was learned from other clips. */
final class NewDetector {
    /** Of a row of {@link ScoreWork}: path, type and ID are before the scores. */
    private static final int BEFORE_SCORES = 3;

    private final Detector m_like;
    private final PreparedClips m_clips;

    NewDetector(final Detector like, final PreparedClips clips) {
        m_like = like;
        m_clips = clips;
    }

    /** Judges clips with a detector that decides nothing yet. */
    interface Scores {
        List<Row> of(Detector detector, List<NamedClip> clips) throws AsdException;
    }

    /**
     * @param networks the model of each part that has networks, by the part's number
     * @param scores tells what held-out clips score
     */
    Detector of(final Map<Integer, Learned> networks, final Scores scores) throws AsdException {
        final List<Part> parts = new ArrayList<>();
        int vectors = 0;
        for (int i = 0; i < m_like.parts().size(); i++) {
            final Part part = m_like.parts().get(i);
            parts.add(part instanceof final Part.Statistics statistics ? statistics(statistics, vectors++)
                : part(part, networks.get(i)));
        }
        if (m_like.combined().isEmpty() && m_like.thresholds().isEmpty()) {
            return Detector.of(m_like.features(), parts, List.of(), Optional.empty());
        }
        final Detector undecided = Detector.of(m_like.features(), parts, List.of(), Optional.empty());
        return decided(parts, scored(scores.of(undecided, held()), parts.size()));
    }

    /** Statistics alone score a clip that they learned from as one that they did not. */
    private List<NamedClip> held() {
        final boolean statistics = m_like.parts().stream().allMatch(Part.Statistics.class::isInstance);
        return statistics && m_clips.heldOut().isEmpty() ? m_clips.all() : m_clips.heldOut();
    }

    /** Refuses, before anything is trained, clips of which none tells what is usual. */
    void check() throws AsdException {
        Checks.require(!held().isEmpty() || m_like.combined().isEmpty() && m_like.thresholds().isEmpty(),
            "No clip is held out, so nothing tells what scores are usual.",
            "Hold out a share of each machine's recordings with --held-out, of two at least.");
    }

    private Part.Statistics statistics(final Part.Statistics part, final int vectors) throws AsdException {
        final List<VectorSample> samples = m_clips.vectors(vectors);
        return new Part.Statistics(part.score(),
            OutlierLearner.learn(samples, part.learned().settings(), ProgressMonitor.NONE), part.statistics());
    }

    private static Part part(final Part part, final Learned learned) {
        if (part instanceof final Part.Pae pae) {
            return new Part.Pae(pae.score(), (PaeModel)learned, pae.scoring());
        } else if (part instanceof Part.Geco) {
            return new Part.Geco(part.score(), (GecoModel)learned);
        } else if (part instanceof Part.Classifier) {
            return new Part.Classifier(part.score(), (ClassifierModel)learned);
        }
        return new Part.Autoencoder(part.score(), (AutoencoderModel)learned);
    }

    private static List<ScoredClip> scored(final List<Row> rows, final int scores) {
        return rows.stream().map(row -> new ScoredClip(row.getString(0),
            new MachineId(row.getString(1), row.getString(2)), Label.NORMAL,
            IntStream.range(BEFORE_SCORES, BEFORE_SCORES + scores)
                .mapToObj(i -> row.isNullAt(i) ? Outcome.<Double> failed(reason(row)) : Outcome.of(row.getDouble(i)))
                .toList()))
            .toList();
    }

    private static String reason(final Row row) {
        final String reason = row.getString(row.size() - 1);
        return reason == null ? "The clip has no score." : reason;
    }

    private Detector decided(final List<Part> parts, final List<ScoredClip> held) throws AsdException {
        final List<String> names = new ArrayList<>(parts.stream().map(Part::score).toList());
        final List<Combined> combined = new ArrayList<>();
        List<ScoredClip> clips = held;
        for (final Combined each : m_like.combined()) {
            final List<ScoredClip> from = each(clips, each.from().stream().map(names::indexOf).toList());
            final Combined known = each instanceof final Combined.Ensemble ensemble
                ? new Combined.Ensemble(each.score(), ScoreEnsemble.learn(ensemble.learned().settings(), from)) : each;
            final List<Outcome<Double>> scores =
                from.stream().map(clip -> known.of(clip.machine(), clip.scores())).toList();
            clips = with(clips, scores);
            combined.add(known);
            names.add(known.score());
        }
        final Optional<ThresholdModel> before = m_like.thresholds();
        return Detector.of(m_like.features(), parts, combined, before.isEmpty() ? Optional.empty() : Optional
            .of(ThresholdModel.learn(before.get().settings(), normal(clips, names.indexOf(m_like.mainScore())))));
    }

    /** @return the clips with some of their scores */
    private static List<ScoredClip> each(final List<ScoredClip> clips, final List<Integer> scores) {
        return clips.stream().map(clip -> new ScoredClip(clip.path(), clip.machine(), clip.label(),
            scores.stream().map(clip.scores()::get).toList())).toList();
    }

    private static List<ScoredClip> with(final List<ScoredClip> clips, final List<Outcome<Double>> more) {
        return IntStream.range(0, clips.size()).mapToObj(i -> {
            final List<Outcome<Double>> scores = new ArrayList<>(clips.get(i).scores());
            scores.add(more.get(i));
            return new ScoredClip(clips.get(i).path(), clips.get(i).machine(), clips.get(i).label(), scores);
        }).toList();
    }

    private static Map<MachineId, double[]> normal(final List<ScoredClip> clips, final int score) {
        return clips.stream().collect(Collectors.groupingBy(ScoredClip::machine,
            Collectors.collectingAndThen(Collectors.toList(), machine -> machine.stream()
                .map(clip -> clip.scores().get(score)).filter(Outcome::isPresent).mapToDouble(Outcome::value)
                .toArray())));
    }
}
