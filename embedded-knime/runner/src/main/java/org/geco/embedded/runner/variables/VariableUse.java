package org.geco.embedded.runner.variables;

import java.util.List;
import java.util.Optional;

/**
 * How one setting and flow variables meet.
 *
 * @param path the setting's key with the keys of its parents
 * @param used the variable that overwrites the setting, if any
 * @param exposed the variable that the setting's value becomes, if any
 */
public record VariableUse(List<String> path, Optional<String> used, Optional<String> exposed) {

    /** @return the path for messages */
    public String name() {
        return String.join("/", path);
    }
}
