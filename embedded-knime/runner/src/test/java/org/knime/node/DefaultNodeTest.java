package org.knime.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;

import org.geco.embedded.data.DataRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortTypeRegistry;

/** A node declared step by step does what it was told when the runner opens it. */
class DefaultNodeTest {

    @TempDir
    Path m_folder;

    private DataRepository m_repository;

    private ExecutionContext m_context;

    @BeforeEach
    void createContext() throws IOException {
        m_repository = new DataRepository(m_folder);
        m_context = new ExecutionContext(new DefaultNodeProgressMonitor(), m_repository.newFileStoreArea());
    }

    @AfterEach
    void removeFiles() {
        m_repository.close();
    }

    @Test
    void theRunnerSeesTextsAndPorts() {
        final var optional = PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class, true);
        final var node = open(TestNodes
            .ports(p -> p.addInputTable("In", "First.").addInputPort("Extra", "Second.", optional)
                .addOutputTable("Out", "Result."))
            .model(m -> m.withoutParameters().configure((in, out) -> {
            }).execute((in, out) -> {
            })).nodeType(NodeType.Learner).keywords("sound", "machine"));
        assertThat(node.name()).isEqualTo("Test");
        assertThat(node.type()).contains(NodeType.Learner);
        assertThat(node.keywords()).containsExactly("sound", "machine");
        assertThat(node.inputs()).extracting(Port::name).containsExactly("In", "Extra");
        assertThat(node.inputs()).extracting(Port::isOptional).containsExactly(false, true);
        assertThat(node.outputs()).extracting(Port::description).containsExactly("Result.");
        assertThat(node.parametersClass()).isEmpty();
    }

    @Test
    void configureAndExecuteGetWhatTheRunnerGives() throws Exception {
        final var node = open(TestNodes.ports(p -> p.addInputTable("In", "First.").addOutputTable("Out", "Result."))
            .model(m -> m.parametersClass(TestNodes.Parameters.class).configure((in, out) -> {
                final DataTableSpec spec = in.getInTableSpec(0);
                out.setOutSpecs(spec);
                out.setWarningMessage(in.<TestNodes.Parameters> getParameters().m_rows + " rows");
            }).execute((in, out) -> {
                out.setOutData(in.getInTable(0));
                out.setInternalData(in.getInTable(0));
                out.setWarningMessage("first");
                out.setWarningMessage("last");
            })));
        final var configured = node.configure(new TestNodes.Parameters(), new PortObjectSpec[]{TestNodes.SPEC});
        assertThat(configured.specs()).containsExactly(TestNodes.SPEC);
        assertThat(configured.warning()).contains("3 rows");
        final var table = TestNodes.table(m_context, 2);
        final var executed = node.execute(new TestNodes.Parameters(), new PortObject[]{table}, m_context);
        assertThat(executed.objects()).containsExactly(table);
        assertThat(executed.internals()).containsExactly(table);
        assertThat(executed.warning()).contains("last");
    }

    @Test
    void whatANodeForgetsIsNullForTheRunnerToFind() throws Exception {
        final var node = open(TestNodes.idle());
        assertThat(node.configure(null, new PortObjectSpec[0]).specs()).containsExactly((PortObjectSpec)null);
        assertThat(node.execute(null, new PortObject[0], m_context).objects()).containsExactly((PortObject)null);
    }

    @Test
    void failuresReachTheRunnerUnchanged() {
        final var refusal = new InvalidSettingsException("no column");
        final var failure = KNIMEException.of(Message.fromSummaryWithResolution("broken"), null);
        final var node = open(TestNodes.ports(p -> p.addOutputTable("Out", "Result."))
            .model(m -> m.withoutParameters().configure((in, out) -> {
                throw refusal;
            }).execute((in, out) -> {
                throw failure;
            })));
        assertThatThrownBy(() -> node.configure(null, new PortObjectSpec[0])).isSameAs(refusal);
        assertThatThrownBy(() -> node.execute(null, new PortObject[0], m_context)).isSameAs(failure);
    }

    @Test
    void twoPortsOfOneNameAreRefusedAsKnimeRefusesThem() {
        assertThatThrownBy(() -> TestNodes.ports(p -> p.addInputTable("Data", "In.").addOutputTable("Data", "Out."))
            .model(m -> m.withoutParameters().configure((in, out) -> {
            }).execute((in, out) -> {
            }))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Data");
    }

    @Test
    void typeAndKeywordsAndViewCanBeSetOnlyOnce() {
        final var node = TestNodes.idle().nodeType(NodeType.Source).keywords("a");
        assertThatThrownBy(() -> node.nodeType(NodeType.Source)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> node.keywords("b")).isInstanceOf(IllegalStateException.class);
        ViewTest.addView(node);
        assertThatThrownBy(() -> ViewTest.addView(node)).isInstanceOf(UnsupportedOperationException.class);
    }

    private static DefaultNodeAccess open(final DefaultNode node) {
        return DefaultNodeAccess.of(new TestNodes.Factory(node));
    }
}
