package org.geco.asd.bench.scale;

import java.util.function.Consumer;

import org.geco.embedded.data.DataRepository;
import org.geco.embedded.parameters.ParametersPersistence;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultNodeAccess;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;

/** One of our nodes with settings, executed as the workflow runner does it. */
final class NodeUnderTest {

    private final DefaultNodeAccess m_node;

    private final NodeParameters m_parameters;

    /**
     * @param factory the node
     * @param settings changes its default settings under the keys that workflows store
     * @throws Exception if it refuses them
     */
    NodeUnderTest(final DefaultNodeFactory factory, final Consumer<NodeSettings> settings) throws Exception {
        m_node = DefaultNodeAccess.of(factory);
        final Class<? extends NodeParameters> type = m_node.parametersClass().orElseThrow();
        final NodeSettings model = new NodeSettings("model");
        ParametersPersistence.save(ParametersPersistence.createDefault(type,
            new PortObjectSpec[m_node.inputs().size()]),
            model);
        settings.accept(model);
        m_parameters = ParametersPersistence.load(type, model);
    }

    String name() {
        return m_node.name();
    }

    /**
     * @param repository keeps tables and file stores
     * @param monitor watches
     * @param inputs of all ports
     * @return the first output
     * @throws Exception if the node fails
     */
    PortObject execute(final DataRepository repository, final Tenths monitor, final PortObject... inputs)
        throws Exception {
        final DefaultNodeAccess.Executed executed =
            m_node.execute(m_parameters, inputs, new ExecutionContext(monitor, repository.newFileStoreArea()));
        monitor.end();
        executed.warning().ifPresent(warning -> System.out.println("    warning: " + warning));
        return executed.objects()[0];
    }
}
