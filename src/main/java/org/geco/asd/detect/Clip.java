package org.geco.asd.detect;

import org.geco.asd.dataset.MachineId;
import org.geco.asd.mel.Spectrogram;

/** A clip to be scored, with a name for messages. */
public record Clip(MachineId machine, Spectrogram spectrogram, String name) {
}
