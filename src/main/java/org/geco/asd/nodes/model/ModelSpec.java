package org.geco.asd.nodes.model;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Learned;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

/** What is known of a model without reading it: the machines it was trained on, its training. */
public final class ModelSpec extends AbstractSimplePortObjectSpec {
    private static final String TYPES = "machineTypes";
    private static final String IDS = "machineIds";
    private static final String TRAINING = "training";
    private static final String SCORES = "scores";

    private List<MachineId> m_machines = List.of();
    private String m_training = "";
    private List<String> m_scores = List.of();

    /** Saves and loads the spec. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<ModelSpec> { }

    /** For loading. */
    public ModelSpec() { }

    /** @param model a trained model */
    public ModelSpec(final Learned model) {
        this(model, List.of());
    }

    /** @param scores the names of the scores that it gives, if it has names for them */
    public ModelSpec(final Learned model, final List<String> scores) {
        m_machines = model.machines();
        m_training = model.training();
        m_scores = scores;
    }

    /** @return the machines the model was trained on, ascending */
    public List<MachineId> machines() {
        return m_machines;
    }

    /** @return the training in a sentence */
    public String training() {
        return m_training;
    }

    /** @return names of the scores that it gives; none if that is said elsewhere */
    public List<String> scores() {
        return m_scores;
    }

    /** @return the model in a line, for port views */
    public String summary() {
        return m_machines.size() + (m_machines.size() == 1 ? " machine (" : " machines (")
            + m_machines.stream().map(MachineId::toString).collect(Collectors.joining(", ")) + "); " + m_training;
    }

    @Override
    protected void save(final ModelContentWO model) {
        model.addStringArray(TYPES, m_machines.stream().map(MachineId::type).toArray(String[]::new));
        model.addStringArray(IDS, m_machines.stream().map(MachineId::id).toArray(String[]::new));
        model.addString(TRAINING, m_training);
        model.addStringArray(SCORES, m_scores.toArray(String[]::new));
    }

    @Override
    protected void load(final ModelContentRO model) throws InvalidSettingsException {
        final String[] types = model.getStringArray(TYPES);
        final String[] ids = model.getStringArray(IDS);
        m_machines = IntStream.range(0, types.length).mapToObj(i -> new MachineId(types[i], ids[i])).toList();
        m_training = model.getString(TRAINING);
        m_scores = List.of(model.getStringArray(SCORES));
    }
}
