package org.geco.asd.cluster;

import java.io.IOException;
import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.MachineId;

/**
 * A recording as the list for a cluster names it.
 *
 * @param of what it is to somebody else, e.g. a table's row
 * @param fields its line of the list, or why it cannot be listed
 */
public record Listed<T>(T of, Outcome<List<String>> fields) {
    /** The columns of a list. */
    static final List<String> COLUMNS = List.of("Path", "Machine type", "Machine ID");

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

    /**
     * @param path of a file or a section of one, or a URI that the cluster knows, e.g. {@code s3a://plant/pump7.flac}
     * @return a recording, of whatever machine
     */
    public static <T> Listed<T> sound(final T of, final Outcome<String> path) {
        return new Listed<>(of, path.map(text -> List.of(text, "", "")));
    }

    /** @return a recording of a machine; each is known or not */
    public static <T> Listed<T> ofMachine(final T of, final Outcome<MachineId> machine, final Outcome<String> path) {
        return new Listed<>(of, machine.flatMap(known -> path.map(text -> List.of(text, known.type(), known.id()))));
    }
}
