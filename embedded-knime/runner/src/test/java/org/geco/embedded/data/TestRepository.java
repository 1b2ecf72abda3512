package org.geco.embedded.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Keeps the tables of tests that don't look at files. */
final class TestRepository {

    private static DataRepository repository;

    private TestRepository() {
    }

    static synchronized DataRepository get() {
        if (repository == null) {
            try {
                repository = new DataRepository(Path.of(System.getProperty("java.io.tmpdir")));
            } catch (final IOException e) {
                throw new UncheckedIOException(e);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(repository::close));
        }
        return repository;
    }
}
