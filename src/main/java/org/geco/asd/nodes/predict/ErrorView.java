package org.geco.asd.nodes.predict;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.apache.commons.math3.ml.distance.EuclideanDistance;
import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Clip;
import org.geco.asd.detect.Model;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.model.ModelPortObject;
import org.geco.asd.nodes.view.Kept;
import org.geco.asd.nodes.view.NodeView;
import org.geco.asd.nodes.view.Reply;
import org.geco.asd.nodes.view.ShownClip;
import org.geco.asd.nodes.view.ShownRows;
import org.geco.asd.statistics.SpectralStatistics;
import org.geco.asd.statistics.StatisticsSettings;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultView;
import org.knime.node.DefaultView.RequireViewParameters;
import org.knime.node.DefaultView.ViewInput;

/**
 * What the page of a predictor shows whose score is the error of a prediction; its public methods are what the page
 * calls.
 */
public final class ErrorView {
    /** The nearest clip is looked for among so many. */
    private static final int MOST_COMPARED = 200;
    private static final SpectralStatistics MEAN =
        new SpectralStatistics(new StatisticsSettings(List.of(1.0), false, false));

    private final String m_method;
    private final ScoredClips m_clips;
    private final Predicted m_predicted;

    record Start(String method, List<ScoredClips.Row> rows, long all) { }

    /** A clip and what was predicted. */
    record Shown(ShownClip clip, PredictedClip predicted) { }

    /** Predicts a clip. */
    @FunctionalInterface
    public interface Predictor<M> {
        /** @return the levels of the clip's spectrogram as the model predicts them; an AsdException if it cannot */
        float[] predict(M model, Clip clip) throws AsdException;
    }

    /** The same by the model in the node's input. */
    @FunctionalInterface
    private interface Predicted {
        float[] of(Clip clip) throws AsdException;
    }

    private ErrorView(final ViewInput input, final String method, final Predicted predicted) {
        m_clips = new ScoredClips(new ShownRows((BufferedDataTable)input.getInternalPortObjects()[1]),
            Kept.read(input, ScoredColumns.class));
        m_method = method;
        m_predicted = predicted;
    }

    /** @return the view of a predictor whose model is of this method, e.g. "PAE" */
    public static <M extends Model> Function<RequireViewParameters, DefaultView> page(final String method,
        final Predictor<M> predictor) {
        return NodeView.of("errors", """
            Of each scored clip the spectrogram, what the %s made of it, and the squared error over time and frequency;
            the second with the largest error, to be heard again and again, and beside it the held-out clip of the same
            machine with the most similar mean spectrum. A clip is predicted when it is chosen.
            """.formatted(method), input -> new ErrorView(input, method, clip -> predictor.predict(model(input), clip)),
            ErrorView::start);
    }

    @SuppressWarnings("unchecked") // the port of the node that keeps it has this type
    private static <M extends Model> M model(final ViewInput input) throws AsdException {
        return ((ModelPortObject<M>)input.getInternalPortObjects()[2]).model();
    }

    Start start() {
        final List<ScoredClips.Row> rows = m_clips.all();
        return new Start(m_method, rows.stream().sorted(Comparator.comparingDouble(ScoredClips.Row::score).reversed())
            .limit(ShownRows.MOST).toList(), rows.size());
    }

    /** @return a clip to see and to hear, with its prediction */
    public String clip(final int index) {
        return Reply.of(() -> shown(m_clips.rows().row(index)));
    }

    /** @return the clip of the same machine held out of training whose mean spectrum is most similar */
    public String nearest(final int index) {
        return Reply.of(() -> nearestOf(index));
    }

    private Shown shown(final DataRow row) throws AsdException {
        final Clip clip = m_clips.clip(row);
        return new Shown(m_clips.shown(row),
            PredictedClip.of(clip.spectrogram(), m_predicted.of(clip)));
    }

    private ScoredClips.Row nearestOf(final int index) throws AsdException {
        final DataRow chosen = m_clips.rows().row(index);
        final MachineId machine = m_clips.clip(chosen).machine();
        final double[] place = meanSpectrum(chosen);
        Optional<ScoredClips.Row> nearest = Optional.empty();
        double least = Double.POSITIVE_INFINITY;
        int at = 0;
        int compared = 0;
        for (final DataRow row : m_clips.rows().table()) {
            final Optional<ScoredClips.Row> other = m_clips.listed(at++, row).filter(o -> o.index() != index
                && o.machine().equals(machine) && o.split().equals(Columns.HELD_OUT));
            if (other.isPresent() && compared++ < MOST_COMPARED) {
                final double distance = new EuclideanDistance().compute(place, meanSpectrum(row));
                if (distance < least) {
                    least = distance;
                    nearest = other;
                }
            }
        }
        return nearest.orElseThrow(() -> new AsdException(
            "No clip of this machine that was held out of training is among the scored ones."));
    }

    private double[] meanSpectrum(final DataRow row) throws AsdException {
        return MEAN.of(m_clips.spectrogram(row)).get();
    }
}
