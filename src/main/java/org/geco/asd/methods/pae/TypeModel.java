package org.geco.asd.methods.pae;

import java.util.List;

import org.geco.asd.learn.Standardisation;
import org.geco.asd.nn.tensor.Weights;

/**
 * The PAE of one machine type.
 *
 * @param ids IDs of the machines it was trained on, ascending
 * @param clips number of training clips
 * @param standardisation of its input
 * @param weights its parameters
 */
record TypeModel(List<String> ids, int clips, Standardisation standardisation, Weights weights) {

    TypeModel {
        ids = List.copyOf(ids);
    }
}
