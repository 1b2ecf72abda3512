package org.geco.asd.nodes.predict;

import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.knime.core.data.DataCell;

/** A trained model in a predictor: what it appends to the clips' rows. */
public interface ClipScorer {

    /**
     * Fails for a clip that the model cannot score whatever it sounds like: the user chose the wrong model or table.
     *
     * @param machine the machine that was recorded
     * @param mel how the clip's spectrogram was computed; null if it is missing
     * @throws AsdException if the model does not know the machine or was trained on other features
     */
    void check(MachineId machine, MelSettings mel) throws AsdException;

    /** @return how many clips are best scored at once */
    int clipsAtOnce();

    /**
     * A clip to be scored.
     *
     * @param machine the machine that was recorded
     * @param spectrogram the clip
     * @param name the clip's name, for messages
     */
    record Clip(MachineId machine, Spectrogram spectrogram, String name) {
    }

    /**
     * What came of one clip.
     *
     * @param cells the cells to be appended; null if the clip could not be scored
     * @param failure why it could not be scored, e.g. because it is too short; null if it could
     */
    record Outcome(List<DataCell> cells, AsdException failure) {
    }

    /**
     * @param clips clips that pass {@link #check}, at most {@link #clipsAtOnce()}
     * @return what came of each, in their order; it depends on the clip and the model alone
     */
    List<Outcome> score(List<Clip> clips);
}
