package org.geco.asd.detect;

import org.geco.asd.dataset.MachineId;
import org.geco.asd.mel.Spectrogram;

/**
 * A clip to be scored.
 *
 * @param machine the machine that was recorded
 * @param spectrogram the clip
 * @param name the clip's name, for messages
 */
public record Clip(MachineId machine, Spectrogram spectrogram, String name) {
}
