package org.geco.asd.detector;

import java.nio.file.Path;

import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.MachineId;

/** A sound file of a machine, each known or not, and what it is to somebody else, e.g. a table's row. */
public record Recording<T>(T of, Outcome<MachineId> machine, Outcome<Path> file) { }
