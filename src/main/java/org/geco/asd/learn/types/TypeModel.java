package org.geco.asd.learn.types;

import java.util.List;

import org.geco.asd.learn.Standardisation;
import org.geco.asd.nn.tensor.Weights;

/**
 * What was learned of one machine type: IDs of the machines, ascending, number of the clips that it was trained on, how
 * their values lie, and the network, or those of all members.
 */
public record TypeModel(List<String> ids, int clips, Standardisation standardisation, List<Weights> members) {
    /** Copies the lists. */
    public TypeModel {
        ids = List.copyOf(ids);
        members = List.copyOf(members);
    }
}
