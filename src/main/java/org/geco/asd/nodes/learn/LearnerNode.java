package org.geco.asd.nodes.learn;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.cluster.ClusterMethod;
import org.geco.asd.cluster.ClusterSettings;
import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Model;
import org.geco.asd.detector.Detector;
import org.geco.asd.detector.Part;
import org.geco.asd.learn.Learner;
import org.geco.asd.learn.MethodSettings;
import org.geco.asd.learn.TrainingOptions;
import org.geco.asd.nodes.knime.ImagePort;
import org.geco.asd.nodes.knime.KnimeProgress;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.knime.NodeWarnings;
import org.geco.asd.nodes.model.ModelPortObject;
import org.geco.asd.nodes.table.SpectrogramTable;
import org.geco.asd.nodes.view.Kept;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultModel;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultModel.RequireModelParameters;

/**
 * What the node of every learner does. Its first input is the table of spectrograms, its last the optional model to
 * train further; its outputs are the model, the history and the picture of its losses.
 */
public final class LearnerNode<P extends LearnerParameters, M extends Model> {
    private final TrainingHistory.Columns m_history;
    private final int m_startPort;
    private final Class<M> m_type;
    private final Method<P, M> m_method;
    private final Port<M> m_port;

    /** Makes the learner and trains with it. */
    @FunctionalInterface
    public interface Method<P, M extends Model> {
        /** @return the model that the training gives with the learner; an AsdException if it cannot be trained */
        M train(P parameters, ExecuteInput input, Run<M> training) throws AsdException;
    }

    /** A training without its learner. */
    public interface Run<M extends Model> {
        /** @return the model; an AsdException if it cannot be trained */
        M with(Learner<M> learner) throws AsdException;

        /** @return the model of the method's learner, trained on a cluster if the node is set so */
        <S extends MethodSettings> M with(ClusterMethod<S, M> method, S settings) throws AsdException;

        /** @return what is to be trained on */
        ClipSource clips();

        /** @param message what the user should know */
        void warn(String message);
    }

    /** Makes the port object. */
    @FunctionalInterface
    public interface Port<M> {
        /** @return the port object of a trained model; an AsdException if it cannot be written */
        PortObject create(M model, ExecutionContext exec) throws AsdException;
    }

    /**
     * @param part title of the history's column for the parts, e.g. "Machine type"; empty if there is one part only
     * @param startPort the last input: the model to train further
     * @param type of the model, which a detector may have
     */
    public LearnerNode(final String part, final List<String> metrics, final int startPort, final Class<M> type,
        final Method<P, M> method, final Port<M> port) {
        m_history = new TrainingHistory.Columns(part, metrics);
        m_startPort = startPort;
        m_type = type;
        m_method = method;
        m_port = port;
    }

    /** @return configures and executes the node */
    public Function<RequireModelParameters, DefaultModel> with(final Class<P> parameters) {
        return NodeFailures.guarded(parameters, this::configure, this::execute);
    }

    private void configure(final ConfigureInput input, final ConfigureOutput output)
        throws AsdException, InvalidSettingsException {
        final P parameters = input.getParameters();
        parameters.check();
        parameters.stopping().check();
        parameters.checkpoints().check();
        parameters.device().check();
        parameters.checkPlace();
        parameters.input().on(input.getInTableSpec(0));
        // machines and features are known only after training
        output.setOutSpec(0, null);
        output.setOutSpec(1, m_history.spec());
        output.setOutSpec(2, ImagePort.SPEC);
    }

    private void execute(final ExecuteInput input, final ExecuteOutput output)
        throws AsdException, InvalidSettingsException {
        final P parameters = input.getParameters();
        final NodeWarnings warnings = new NodeWarnings();
        final TrainingHistory history = new TrainingHistory(m_history, warnings);
        final ClipSource clips = SpectrogramTable.of(input.getInTable(0), parameters.input(), warnings::add);
        final TrainingOptions<M> options =
            new TrainingOptions<>(start(input, parameters, warnings), parameters.checkpoints().settings());
        final Optional<ClusterSettings> cluster = parameters.cluster();
        if (cluster.isEmpty()) {
            parameters.device().start(warnings::add);
        }
        parameters.chosen(clips.size()).ifPresent(history::info);
        final ExecutionContext exec = input.getExecutionContext();
        final M model = m_method.train(parameters, input, new NodeTraining<>(clips, options, cluster,
            new KnimeProgress(exec), history, warnings));
        output.setOutData(0, m_port.create(model, exec));
        final BufferedDataTable epochs = history.toTable(exec);
        output.setOutData(1, epochs);
        output.setOutData(2, ImagePort.of(() -> history.picture(model.method()), warnings));
        output.setInternalData(Kept.table(exec, LearnerView.Trained.of(model, history.said())), epochs);
        warnings.show(output);
    }

    private Optional<M> start(final ExecuteInput input, final P parameters, final NodeWarnings warnings)
        throws AsdException {
        final ModelPortObject<M> port = input.getInPortObject(m_startPort);
        final Optional<Path> file = port == null ? parameters.start() : Optional.empty();
        if (file.isEmpty()) {
            return port == null ? Optional.empty() : Optional.of(port.model());
        }
        final Optional<M> model = Detector.read(file.get()).parts().stream().map(Part::learned)
            .filter(m_type::isInstance).map(m_type::cast).findFirst();
        if (model.isEmpty()) {
            warnings.add("The detector '" + file.get() + "' has no model that this node could train further: the "
                + "training started from random weights.");
        }
        return model;
    }
}
