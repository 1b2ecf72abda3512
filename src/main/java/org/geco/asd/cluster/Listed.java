package org.geco.asd.cluster;

import java.io.IOException;
import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.MachineId;

/**
 * A recording of a machine, each known or not, as the list for a cluster names it.
 *
 * @param of what it is to somebody else, e.g. a table's row
 * @param path of a file or a section of one, or a URI that the cluster knows, e.g. {@code s3a://plant/pump7.flac}
 */
public record Listed<T>(T of, Outcome<MachineId> machine, Outcome<String> path) {
    /** Recordings that can be gone through more than once, always in the same order. */
    public interface All<T> {
        /** Gives each recording in turn. */
        void forEach(To<T> to) throws AsdException, IOException;
    }

    /** What takes recordings. */
    public interface To<T> {
        /** Takes the next one. */
        void accept(Listed<T> recording) throws AsdException, IOException;
    }

    /** @return path, machine type and ID, or why it cannot be listed */
    Outcome<List<String>> fields() {
        return machine.flatMap(known -> path.map(text -> List.of(text, known.type(), known.id())));
    }
}
