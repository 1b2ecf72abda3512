package org.geco.embedded.runner.variables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.ConfigEntries;

/**
 * How one setting and flow variables meet.
 *
 * @param path the setting's key with the keys of its parents
 * @param used the variable that overwrites the setting, if any
 * @param exposed the variable that the setting's value becomes, if any
 */
public record VariableUse(List<String> path, Optional<String> used, Optional<String> exposed) {

    private static final String USED = "used_variable";

    private static final String EXPOSED = "exposed_variable";

    /** @return the path for messages */
    public String name() {
        return String.join("/", path);
    }

    /**
     * Reads a node's {@code variables/tree}, which mirrors the tree of its settings.
     *
     * @param tree the config {@code variables/tree}
     * @param model the node's settings
     * @return the uses in the tree
     * @throws InvalidSettingsException if the tree names a setting that doesn't exist, or isn't such a tree
     */
    public static List<VariableUse> read(final NodeSettings tree, final NodeSettings model)
        throws InvalidSettingsException {
        final List<VariableUse> uses = new ArrayList<>();
        read(tree, model, List.of(), uses);
        return uses;
    }

    private static void read(final NodeSettings tree, final NodeSettings model, final List<String> parents,
        final List<VariableUse> uses) throws InvalidSettingsException {
        for (final String key : tree.keySet()) {
            final List<String> path = new ArrayList<>(parents);
            path.add(key);
            if (!model.containsKey(key)) {
                throw new InvalidSettingsException(
                    "the node has no setting '" + String.join("/", path) + "' that a variable could overwrite");
            }
            final NodeSettings child = tree.getNodeSettings(key);
            if (child.containsKey(USED)) {
                uses.add(new VariableUse(path, Optional.ofNullable(child.getString(USED)),
                    Optional.ofNullable(child.getString(EXPOSED))));
            } else if (model.getEntry(key).type() == ConfigEntries.config) {
                read(child, model.getNodeSettings(key), path, uses);
            } else {
                throw new InvalidSettingsException("'" + String.join("/", path) + "' lacks the key " + USED);
            }
        }
    }

    /**
     * Overwrites settings with the variables that they use.
     *
     * @param uses what to overwrite
     * @param model the node's settings; changed in place
     * @param variables the variables that the node sees, by name
     * @return the variables that the node exposes, by name
     * @throws InvalidSettingsException if a variable is unknown or of a type that the setting doesn't take
     */
    public static Map<String, WorkflowVariable> apply(final List<VariableUse> uses, final NodeSettings model,
        final Map<String, WorkflowVariable> variables) throws InvalidSettingsException {
        final Map<String, WorkflowVariable> exposed = new HashMap<>();
        for (final VariableUse use : uses) {
            final Setting setting = Setting.at(model, use.path());
            if (use.used().isPresent()) {
                setting.overwrite(variable(use, variables));
            }
            if (use.exposed().isPresent()) {
                exposed.put(use.exposed().get(), setting.toVariable(use.exposed().get()));
            }
        }
        return exposed;
    }

    private static WorkflowVariable variable(final VariableUse use, final Map<String, WorkflowVariable> variables)
        throws InvalidSettingsException {
        final String name = use.used().orElseThrow();
        final WorkflowVariable variable = variables.get(name);
        if (variable == null) {
            throw new InvalidSettingsException("Setting '" + use.name() + "' is controlled by the variable '" + name
                + "', which does not exist. Set it with -workflow.variable=" + name + ",VALUE,TYPE or remove its use.");
        }
        return variable;
    }
}
