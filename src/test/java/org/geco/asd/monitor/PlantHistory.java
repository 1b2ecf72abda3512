package org.geco.asd.monitor;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;

import org.geco.asd.common.AsdException;
import org.h2.Driver;

/** A history in a file, and a look into it. */
record PlantHistory(Path file) {

    History open() throws AsdException {
        return History.open(file, Duration.ofSeconds(20));
    }

    long count(final String sql) throws Exception {
        try (Connection connection = new Driver().connect("jdbc:h2:file:" + file, new Properties());
                Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    void change(final String sql) throws Exception {
        try (Connection connection = new Driver().connect("jdbc:h2:file:" + file, new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
