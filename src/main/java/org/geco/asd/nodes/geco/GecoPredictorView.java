package org.geco.asd.nodes.geco;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Clip;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.methods.geco.GecoScorer;
import org.geco.asd.methods.geco.Occlusion;
import org.geco.asd.nodes.predict.ScoredClips;
import org.geco.asd.nodes.view.Kept;
import org.geco.asd.nodes.view.NodeView;
import org.geco.asd.nodes.view.Reply;
import org.geco.asd.nodes.view.ShownRows;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultView;
import org.knime.node.DefaultView.RequireViewParameters;
import org.knime.node.DefaultView.ViewInput;

/** What the page of the GeCo Predictor shows; its public methods are what the page calls. */
public final class GecoPredictorView {
    static final Function<RequireViewParameters, DefaultView> PAGE = NodeView.of("geco-predictor", """
        A map of each machine type's clips by their embeddings (principal components): machines, training, held-out and
        test clips, anomalies. The chosen clip is shown and played beside the normal clip of its machine that is nearest
        among the embeddings, with a map of where in the clip its score comes from, which is computed when it is chosen.
        """, GecoPredictorView::new, GecoPredictorView::start);

    /** What is usual is the mean over so many normal clips of a machine. */
    private static final int NORMAL = 8;

    private final EmbeddingMap.Map m_kept;
    private final ScoredClips m_clips;
    private final GecoModelPortObject m_model;

    record Start(long clips, int most, List<String> types) { }

    /** A machine type's part of the map. */
    record Shown(double[] shares, List<Point> points) { }

    record Point(ScoredClips.Row clip, float x, float y, int nearest) { }

    GecoPredictorView(final ViewInput input) {
        m_kept = Kept.read(input, EmbeddingMap.Map.class);
        m_clips = new ScoredClips(new ShownRows((BufferedDataTable)input.getInternalPortObjects()[1]),
            m_kept.columns());
        m_model = (GecoModelPortObject)input.getInternalPortObjects()[2];
    }

    Start start() {
        return new Start(m_kept.clips(), EmbeddingMap.MOST, m_kept.types().stream().map(EmbeddingMap.OfType::type)
            .toList());
    }

    /** @return the clips of a machine type and where they lie */
    public String map(final int type) {
        return Reply.of(() -> {
            final EmbeddingMap.OfType shown = m_kept.types().get(type);
            final Map<Integer, ScoredClips.Row> rows =
                m_clips.all().stream().collect(Collectors.toMap(ScoredClips.Row::index, Function.identity()));
            return new Shown(shown.shares(), IntStream.range(0, shown.rows().length)
                .mapToObj(i -> new Point(rows.get(shown.rows()[i]), shown.x()[i], shown.y()[i], shown.nearest()[i]))
                .toList());
        });
    }

    /** @return a clip to see and to hear */
    public String clip(final int index) {
        return Reply.of(() -> m_clips.shown(m_clips.rows().row(index)));
    }

    /** @return where in a clip its score comes from */
    public String where(final int index) {
        return Reply.of(() -> occluded(index));
    }

    private OccludedClip occluded(final int index) throws AsdException {
        final Clip clip = m_clips.clip(m_clips.rows().row(index));
        final List<Spectrogram> normal = new ArrayList<>();
        int at = 0;
        for (final DataRow row : m_clips.rows().table()) {
            final boolean counts = normal.size() < NORMAL && m_clips.listed(at, row)
                .filter(other -> other.machine().equals(clip.machine())
                    && ScoredClips.isNormal(other.split(), other.label())).isPresent();
            if (counts && at != index) {
                normal.add(m_clips.spectrogram(row));
            }
            at++;
        }
        try (GecoScorer scorer = new GecoScorer(m_model.model())) {
            return OccludedClip.of(clip.spectrogram(), Occlusion.where(scorer, clip, normal));
        }
    }
}
