package org.geco.asd.methods.pae;

import java.util.ArrayList;
import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.learn.Training;
import org.geco.asd.learn.history.EpochReport;

/** A PAE that has learned the rhythm of six fans and six pumps, and how it did; trained once for all tests. */
final class TrainedPae {

    static final int EPOCHS = 20;

    private static TrainedPae trained;

    private final PaeModel m_model;

    private final List<EpochReport> m_history = new ArrayList<>();

    private TrainedPae() throws AsdException {
        m_model = Training.run(new PaeLearner(Synthetic.settings(EPOCHS, 1)), Synthetic.source(6, "fan", "pump"),
            ProgressMonitor.NONE, m_history::add);
    }

    private static synchronized TrainedPae once() throws AsdException {
        if (trained == null) {
            trained = new TrainedPae();
        }
        return trained;
    }

    static PaeModel model() throws AsdException {
        return once().m_model;
    }

    static List<EpochReport> history() throws AsdException {
        return List.copyOf(once().m_history);
    }
}
