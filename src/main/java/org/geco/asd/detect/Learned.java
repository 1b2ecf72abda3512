package org.geco.asd.detect;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

import org.geco.asd.dataset.MachineId;

/** What was learned of machines and can be kept: a model that scores their clips, or what judges scores. Immutable. */
public interface Learned {
    /** @return the method's name, for messages */
    String method();

    /** @return the machines it knows, ascending */
    List<MachineId> machines();

    /** @return how it was learned, in a few words */
    String training();

    /** @return the record of settings that it was learned with */
    Object settings();

    /** @return where it comes from; empty if that is not known */
    Optional<Provenance> provenance();

    /** Writes it. The stream stays open. */
    void write(OutputStream out) throws IOException;
}
