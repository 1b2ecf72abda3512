package org.geco.asd.methods.pae;

import java.util.List;

import org.geco.asd.learn.Standardisation;
import org.geco.asd.nn.tensor.Weights;

/** The PAE of one machine type: IDs of the machines, ascending, and number of the clips that it was trained on. */
record TypeModel(List<String> ids, int clips, Standardisation standardisation, Weights weights) {
    TypeModel {
        ids = List.copyOf(ids);
    }
}
