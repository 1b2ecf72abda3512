package org.geco.embedded.runner.variables;

/**
 * A named value that overwrites settings of nodes.
 *
 * @param name the variable's name
 * @param value a String, an Integer or a Double
 */
public record WorkflowVariable(String name, Object value) {

    /** Checks that the name isn't empty and the value is of a known type. */
    public WorkflowVariable {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A variable needs a name");
        }
        VariableType.of(value);
    }

    /** @return the value's type */
    public VariableType type() {
        return VariableType.of(value);
    }
}
