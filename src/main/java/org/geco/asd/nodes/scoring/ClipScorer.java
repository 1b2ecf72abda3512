package org.geco.asd.nodes.scoring;

import java.util.List;

import org.geco.asd.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.knime.core.data.DataCell;

/** A trained model in a predictor: what it appends to one clip's row. */
public interface ClipScorer {

    /**
     * Fails for a clip that the model cannot score whatever it sounds like: the user chose the wrong model or table.
     *
     * @param machine the machine that was recorded
     * @param mel how the clip's spectrogram was computed; null if it is missing
     * @throws AsdException if the model does not know the machine or was trained on other features
     */
    void check(MachineId machine, MelSettings mel) throws AsdException;

    /**
     * @param machine the machine that was recorded
     * @param clip the clip
     * @param name the clip's name, for messages
     * @return the cells to be appended
     * @throws AsdException if this clip cannot be scored, e.g. is too short: its cells will be missing
     */
    List<DataCell> score(MachineId machine, Spectrogram clip, String name) throws AsdException;
}
