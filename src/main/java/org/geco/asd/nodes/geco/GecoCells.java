package org.geco.asd.nodes.geco;

import java.util.ArrayList;
import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.methods.geco.GecoModel;
import org.geco.asd.methods.geco.GecoScorer;
import org.geco.asd.nodes.predict.ClipScorer;
import org.knime.core.data.DataCell;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.def.DoubleCell;

/** Score and, if wanted, embedding as cells. */
final class GecoCells implements ClipScorer {

    private final GecoModel m_model;

    private final GecoScorer m_scorer;

    private final boolean m_withEmbedding;

    GecoCells(final GecoModel model, final GecoScorer scorer, final boolean withEmbedding) {
        m_model = model;
        m_scorer = scorer;
        m_withEmbedding = withEmbedding;
    }

    @Override
    public void check(final MachineId machine, final MelSettings mel) throws AsdException {
        m_model.indexOf(machine);
        if (mel != null) {
            m_model.checkMel(mel);
        }
    }

    @Override
    public int clipsAtOnce() {
        return m_scorer.clipsAtOnce();
    }

    @Override
    public List<Outcome> score(final List<Clip> clips) {
        return m_scorer
            .score(clips.stream()
                .map(clip -> new GecoScorer.Clip(clip.machine(), clip.spectrogram(), clip.name())).toList())
            .stream().map(this::outcome).toList();
    }

    private Outcome outcome(final GecoScorer.Outcome scored) {
        return scored.failure() == null ? new Outcome(cells(scored.result()), null)
            : new Outcome(null, scored.failure());
    }

    private List<DataCell> cells(final GecoScorer.Result result) {
        final List<DataCell> cells = new ArrayList<>();
        cells.add(new DoubleCell(result.score()));
        if (m_withEmbedding) {
            final List<DoubleCell> values = new ArrayList<>(result.embedding().length);
            for (final float value : result.embedding()) {
                values.add(new DoubleCell(value));
            }
            cells.add(CollectionCellFactory.createListCell(values));
        }
        return cells;
    }
}
