package org.geco.asd.nodes.predict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Clip;
import org.geco.asd.detect.Model;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nodes.model.ModelPortObject;
import org.geco.asd.nodes.view.Kept;
import org.geco.asd.nodes.view.NodeView;
import org.geco.asd.nodes.view.Reply;
import org.geco.asd.nodes.view.ShownRows;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultView;
import org.knime.node.DefaultView.RequireViewParameters;
import org.knime.node.DefaultView.ViewInput;

/** What the page of a predictor shows whose scores are made of embeddings; its public methods are what it calls. */
public final class MapView {
    /** What is usual is the mean over so many normal clips of a machine. */
    private static final int NORMAL = 8;

    private final KeptEmbeddings.All m_kept;
    private final ScoredClips m_clips;
    private final String m_method;
    private final Optional<Located> m_where;

    record Start(String method, boolean where, long clips, int kept, List<String> types) { }

    /** Finds where in a clip its score comes from. */
    @FunctionalInterface
    public interface Where<M> {
        /**
         * @param normal of the same machine
         * @return what the page shows of it; an AsdException if the model cannot score one of the clips
         */
        Record of(M model, Clip clip, List<Spectrogram> normal) throws AsdException;
    }

    /** The same by the model in the node's input. */
    @FunctionalInterface
    private interface Located {
        Record of(Clip clip, List<Spectrogram> normal) throws AsdException;
    }

    private MapView(final ViewInput input, final String method, final Optional<Located> where) {
        m_kept = Kept.read(input, KeptEmbeddings.All.class);
        m_clips = new ScoredClips(new ShownRows((BufferedDataTable)input.getInternalPortObjects()[1]),
            m_kept.columns());
        m_method = method;
        m_where = where;
    }

    /** @return the view of a predictor whose model is of this method, e.g. "GeCo", by {@link KeptEmbeddings} */
    public static <M extends Model> Function<RequireViewParameters, DefaultView> page(final String method,
        final Optional<Where<M>> where) {
        return NodeView.of("map", """
            A map of each machine type's clips by their embeddings (principal components): machines, training, held-out
            and test clips, anomalies. The chosen clip is shown and played beside the normal clip of its machine that is
            nearest among the embeddings""" + (where.isEmpty() ? "." : """
            , with a map of where in the clip its score comes from, which is computed when it is chosen.
            """), input -> new MapView(input, method,
                where.map(find -> (clip, normal) -> find.of(model(input), clip, normal))), MapView::start);
    }

    @SuppressWarnings("unchecked") // the port of the node that keeps it has this type
    private static <M extends Model> M model(final ViewInput input) throws AsdException {
        return ((ModelPortObject<M>)input.getInternalPortObjects()[2]).model();
    }

    Start start() {
        return new Start(m_method, m_where.isPresent(), m_kept.clips(), m_kept.kept().size(),
            List.copyOf(types().keySet()));
    }

    /** @return the kept clips of each machine type, in the table's order */
    private Map<String, List<EmbeddingMap.Placed>> types() {
        final Map<Integer, ScoredClips.Row> rows =
            m_clips.all().stream().collect(Collectors.toMap(ScoredClips.Row::index, Function.identity()));
        return m_kept.kept().stream().sorted(Comparator.comparingInt(KeptEmbeddings.Embedding::row))
            .map(kept -> new EmbeddingMap.Placed(rows.get(kept.row()), kept.vector()))
            .collect(Collectors.groupingBy(placed -> placed.clip().machine().type(), TreeMap::new,
                Collectors.toList()));
    }

    /** @return the clips of a machine type and where they lie */
    public String map(final String type) {
        return Reply.of(() -> EmbeddingMap.of(types().get(type)));
    }

    /** @return a clip to see and to hear */
    public String clip(final int index) {
        return Reply.of(() -> m_clips.shown(m_clips.rows().row(index)));
    }

    /** @return where in a clip its score comes from */
    public String where(final int index) {
        return Reply.of(() -> located(index));
    }

    private Record located(final int index) throws AsdException {
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
        return m_where.orElseThrow().of(clip, normal);
    }
}
