package org.knime.filehandling.core.data.location;

import java.util.Optional;

import org.knime.core.data.DataValue;

/** As much of KNIME's type Path, whose bundle the tests do not have, as is asked of it. */
public interface FSLocationValue extends DataValue {

    /** Where a file is. */
    record Location(String getFileSystemCategory, Optional<String> getFileSystemSpecifier, String getPath) {
    }

    /** @return where it is */
    Location getFSLocation();
}
