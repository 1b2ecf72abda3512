package org.geco.asd.detector;

import org.geco.asd.audio.Section;
import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.MachineId;

/** The sound of a machine, each known or not, and what it is to somebody else, e.g. a table's row. */
public record Recording<T>(T of, Outcome<MachineId> machine, Outcome<Section> sound) { }
