package org.geco.asd.methods.geco;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.nn.tensor.Weights;
import org.geco.asd.nn.tensor.Weights.Tensor;

/**
 * A finished model as the start of a training: the feature extractor with its normalisations, and the classifier's and
 * the contrastive loss's columns of the machines that it knows. New machines start with random columns.
 */
final class WarmStart {

    /** Parameters with one column for each machine. */
    private static final List<String> BY_MACHINE = List.of("classifier.", "contrast.");

    private final GecoModel m_model;

    /**
     * @param model the model
     * @param settings of the training
     * @param clips what will be trained on
     * @param warnings hears of machines that the new model will not know
     * @throws AsdException if the model does not fit
     */
    WarmStart(final GecoModel model, final GecoSettings settings, final TrainingSet clips,
        final Consumer<String> warnings) throws AsdException {
        m_model = model;
        model.checkMel(clips.mel());
        final GecoArchitecture known = model.settings().architecture();
        final GecoArchitecture wanted = settings.architecture();
        if (known.baseWidth() != wanted.baseWidth() || known.patchFrames() != wanted.patchFrames()) {
            throw new AsdException("The GeCo model to train further has base width " + known.baseWidth()
                + " and patches of " + known.patchFrames() + " frames, the settings say " + wanted.baseWidth() + " and "
                + wanted.patchFrames() + ".", "Choose the preset, base width and frames in a patch of the model.",
                "Or connect no model to train from random weights.");
        }
        final String gone = model.machines().stream().filter(machine -> !clips.classes().contains(machine))
            .map(MachineId::toString).collect(Collectors.joining(", "));
        if (!gone.isEmpty()) {
            warnings.accept("There are no training clips of " + gone
                + ": the new model does not know them any more. Add their clips if it should.");
        }
    }

    /** @return the clips with the standardisation that the model's weights belong to */
    TrainingSet standardised(final TrainingSet clips) {
        return new TrainingSet(clips.source(), clips.mel(), clips.classes(), m_model.bands());
    }

    /**
     * @param fresh parameters of the new network at random
     * @param machines its machines in order
     * @return its parameters and running statistics to start with
     */
    Weights weights(final Weights fresh, final List<MachineId> machines) {
        final Map<String, Tensor> tensors = new LinkedHashMap<>(fresh.tensors());
        m_model.weights().tensors().forEach((name, tensor) -> {
            if (BY_MACHINE.stream().noneMatch(name::startsWith)) {
                tensors.put(name, tensor);
            } else if (tensors.containsKey(name)) {
                tensors.put(name, merged(tensor, tensors.get(name), machines));
            }
        });
        return Weights.of(tensors);
    }

    private Tensor merged(final Tensor known, final Tensor fresh, final List<MachineId> machines) {
        final float[] values = fresh.values().clone();
        final int columns = machines.size();
        final int knownColumns = m_model.machines().size();
        for (int c = 0; c < columns; c++) {
            final int from = m_model.machines().indexOf(machines.get(c));
            for (int row = 0; from >= 0 && row < values.length / columns; row++) {
                values[row * columns + c] = known.values()[row * knownColumns + from];
            }
        }
        return new Tensor(fresh.shape(), values);
    }
}
