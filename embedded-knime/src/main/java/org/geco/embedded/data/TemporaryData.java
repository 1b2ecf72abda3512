package org.geco.embedded.data;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The data of tables that belong to no workflow; deleted when the JVM ends. */
public final class TemporaryData {

    private static DataRepository repository;

    private TemporaryData() {
    }

    /** @return the repository */
    public static synchronized DataRepository repository() {
        if (repository == null) {
            try {
                repository = DataRepository.temporary();
            } catch (final IOException e) {
                throw new UncheckedIOException("No temporary directory can be made: " + e.getMessage(), e);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(repository::close));
        }
        return repository;
    }
}
