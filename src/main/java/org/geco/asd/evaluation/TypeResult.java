package org.geco.asd.evaluation;

import java.util.List;

/**
 * How well one score works on the machines of one type.
 *
 * @param type the machine type
 * @param machines the results of its machines, by ID
 * @param means the means over its machines
 */
public record TypeResult(String type, List<MachineResult> machines, Means means) {

    /** Takes a copy of the list. */
    public TypeResult {
        machines = List.copyOf(machines);
    }
}
