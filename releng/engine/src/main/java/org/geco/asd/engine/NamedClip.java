package org.geco.asd.engine;

import java.io.Serializable;

import org.geco.asd.dataset.MachineId;

/**
 * A recording, or a section of one, as lists and results name it; can be sent.
 *
 * @param path of a file, or a URI; of a section with its seconds, e.g. {@code pump7.flac#t=600,610}
 */
public record NamedClip(String path, String type, String id) implements Serializable {
    /** @return what it is a recording of */
    public MachineId machine() {
        return new MachineId(type, id);
    }
}
