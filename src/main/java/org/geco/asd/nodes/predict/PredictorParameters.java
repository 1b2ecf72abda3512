package org.geco.asd.nodes.predict;

import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Model;
import org.geco.asd.detect.Scorer;
import org.geco.asd.nodes.knime.DeviceParameters;
import org.knime.node.parameters.NodeParameters;

/** What a method's predictor adds to {@link PredictorNode}: its settings. */
public interface PredictorParameters<M extends Model> extends NodeParameters {
    /** @return which columns and rows are read */
    ClipScoring.Input input();

    /** @return the columns that are appended */
    ClipScoring.Appended appended();

    /** @return what the node computes on */
    DeviceParameters device();

    /** Checks the settings that no table can make right or wrong; an AsdException names what is out of its range. */
    default void check() throws AsdException {
        device().check();
    }

    /** @return scores clips as the settings say; an AsdException if the numerical library cannot be started */
    Scorer scorer(M model) throws AsdException;
}
