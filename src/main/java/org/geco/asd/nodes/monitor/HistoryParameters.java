package org.geco.asd.nodes.monitor;

import java.util.Locale;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.monitor.History;
import org.geco.asd.nodes.knime.Limits;
import org.geco.asd.nodes.knime.Locations;
import org.geco.asd.nodes.knime.NoFile;
import org.geco.asd.nodes.knime.NodeFailures;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** Where the history is. */
final class HistoryParameters implements NodeParameters {
    private static final String HISTORY = "History";
    private static final String JDBC = "jdbc:";

    @Widget(title = HISTORY, description = """
        The file that remembers what was judged; it is started if there is none. A path, or a URL such as
        <i>knime://knime.workflow/../plant-history</i>; or the JDBC address of a database, with user and password if it
        takes any, e.g. <i>jdbc:postgresql://host/plant?user=asd&amp;password=…</i>.
        """)
    @TextInputWidget(placeholder = "knime://knime.workflow/../plant-history",
        patternValidation = Limits.IsNamed.class)
    String m_place = "";

    @Widget(title = "JDBC driver", description = """
        The JAR file of the database's driver, for a JDBC address. Unticked: a driver that Java knows.
        """)
    @OptionalWidget(defaultProvider = NoFile.class)
    @Advanced
    Optional<String> m_driver = Optional.empty();

    /** Fails if no history is named. */
    void check() throws InvalidSettingsException {
        if (m_place == null || m_place.isBlank()) {
            throw NodeFailures.settings("No history is chosen.",
                "Name its file, or the address of a database, in the setting \"" + HISTORY + "\".");
        }
    }

    private boolean isFile() {
        return !m_place.strip().toLowerCase(Locale.ROOT).startsWith(JDBC);
    }

    /** @return the history; empty if it would be a file that is not there yet */
    Optional<History> openIfThere() throws AsdException {
        return isFile() && !History.isThere(Locations.toPath(m_place.strip())) ? Optional.empty() : Optional.of(open());
    }

    History open() throws AsdException {
        final String place = m_place.strip();
        if (isFile()) {
            return History.open(Locations.toPath(place), History.PATIENCE);
        }
        return History.open(place, m_driver.isEmpty() ? Optional.empty()
            : Optional.of(Locations.toPath(m_driver.get())));
    }
}
