package org.geco.asd.nodes.pae;

import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.methods.pae.PaeScorer;
import org.geco.asd.nodes.predict.ClipScorer;
import org.knime.core.data.def.DoubleCell;

/** The PAE's score as a cell. */
final class PaeCells implements ClipScorer {

    private final PaeModel m_model;

    private final PaeScorer m_scorer;

    PaeCells(final PaeModel model, final PaeScorer scorer) {
        m_model = model;
        m_scorer = scorer;
    }

    @Override
    public void check(final MachineId machine, final MelSettings mel) throws AsdException {
        m_model.machineIds(machine.type());
        if (mel != null) {
            m_model.checkMel(mel);
        }
    }

    @Override
    public int clipsAtOnce() {
        return 1;
    }

    @Override
    public List<Outcome> score(final List<Clip> clips) {
        return clips.stream().map(this::score).toList();
    }

    private Outcome score(final Clip clip) {
        try {
            return new Outcome(List.of(new DoubleCell(m_scorer.score(clip.machine().type(), clip.spectrogram()))),
                null);
        } catch (final AsdException e) {
            return new Outcome(null, e);
        }
    }
}
