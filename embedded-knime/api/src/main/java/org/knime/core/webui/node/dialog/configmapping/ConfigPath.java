package org.knime.core.webui.node.dialog.configmapping;

import java.util.List;

/**
 * Where a setting is.
 *
 * @param path the keys from the settings of the field's class down
 */
public record ConfigPath(List<String> path) {

    /** Copies the keys. */
    public ConfigPath {
        path = List.copyOf(path);
    }
}
