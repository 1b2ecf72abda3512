package org.geco.embedded.runner.workflow;

import java.util.List;

import org.geco.embedded.runner.variables.VariableUse;

/**
 * A node as its {@code settings.xml} describes it.
 *
 * @param id the node's ID in the workflow
 * @param factory class name of the node's factory
 * @param bundle symbolic name of the bundle that the factory is said to be in
 * @param ports how many output ports the file lists
 * @param root the whole file
 * @param model the node's settings
 * @param variables settings that variables overwrite, or that become variables
 */
public record NodeDescription(int id, String factory, String bundle, int ports, Section root, Section model,
    List<VariableUse> variables) {
}
