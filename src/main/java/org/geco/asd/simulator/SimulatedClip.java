package org.geco.asd.simulator;

import java.util.Optional;

import org.geco.asd.dataset.SoundClip;

/** A clip that was written, and what is wrong with the machine in it. */
public record SimulatedClip(SoundClip clip, Optional<Fault> fault) {
}
