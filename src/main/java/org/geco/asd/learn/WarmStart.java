package org.geco.asd.learn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.geco.asd.dataset.MachineId;
import org.geco.asd.files.Tensor;
import org.geco.asd.nn.tensor.Weights;

/**
 * A finished model as the start of a part's training. The weights [rows, machines] of these names keep the columns of
 * the machines that are trained on; new machines start with random columns.
 */
public record WarmStart(Weights weights, Standardisation standardisation, List<MachineId> machines,
    Set<String> byMachine) {
    /** @return parameters and running statistics to start with: fresh ones at random, but for what the model knows */
    public Weights over(final Weights fresh, final List<MachineId> wanted) {
        final Map<String, Tensor> tensors = new LinkedHashMap<>(fresh.tensors());
        weights.tensors().forEach((name, tensor) -> {
            if (!byMachine.contains(name)) {
                tensors.put(name, tensor);
            } else if (tensors.containsKey(name)) {
                tensors.put(name, merged(tensor, tensors.get(name), wanted));
            }
        });
        return Weights.of(tensors);
    }

    private Tensor merged(final Tensor known, final Tensor fresh, final List<MachineId> wanted) {
        final float[] values = fresh.values().clone();
        final int columns = wanted.size();
        for (int c = 0; c < columns; c++) {
            final int from = machines.indexOf(wanted.get(c));
            for (int row = 0; from >= 0 && row < values.length / columns; row++) {
                values[row * columns + c] = known.values()[row * machines.size() + from];
            }
        }
        return new Tensor(fresh.shape(), values);
    }
}
