package org.geco.embedded.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.geco.embedded.runner.arguments.WorkflowOptions;
import org.geco.embedded.runner.console.CollectingConsole;
import org.geco.embedded.runner.result.RunResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong in a workflow directory is told with file and key, and nothing runs. */
class LoadErrorTest {

    private static final String NODE = "Node (#1)/settings.xml";

    @TempDir
    Path m_folder;

    private TestWorkflow m_workflow;

    @BeforeEach
    void createWorkflow() {
        m_workflow = new TestWorkflow(m_folder);
    }

    private void expectError(final String... parts) {
        final RunResult result = HeadlessRunner.run(WorkflowOptions.of(m_folder), new CollectingConsole());
        assertThat(result.errors()).singleElement().asString().contains(parts);
        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.states()).isEmpty();
    }

    private void edit(final String file, final String pattern, final String replacement) throws IOException {
        final Path path = m_folder.resolve(file);
        final String before = Files.readString(path);
        final String after = before.replaceAll(pattern, replacement);
        assertThat(after).as("the edit changes %s", file).isNotEqualTo(before);
        Files.writeString(path, after);
    }

    /** Removes an entry, or a config with its content, given by its key. */
    private void remove(final String file, final String key) throws IOException {
        edit(file, "(?s)<entry key=\"" + key + "\"[^>]*/>|(?<=\n)( *)<config key=\"" + key
            + "\"(?:/>|>.*?\n\\1</config>)", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"flow_stack", "internal_node_subsettings", "memory_policy", "state", "factory", "node-name",
        "node-bundle-name", "node-bundle-symbolic-name", "node-bundle-vendor", "hasContent", "ports",
        "port_dir_location", "filestores", "file_store_location", "file_store_id", "model"})
    void aMissingKeyOfANode(final String key) throws IOException {
        m_workflow.numbers(1, 3).write();
        remove(NODE, key);
        expectError(NODE, key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"created_by", "version", "name", "customDescription", "state", "workflow_credentials",
        "id", "node_settings_file", "node_is_meta", "node_type", "sourceID", "destPort"})
    void aMissingKeyOfTheWorkflow(final String key) throws IOException {
        m_workflow.numbers(1, 3).node(2, "CountNodeFactory", 1, m -> { }).connect(1, 1, 2, 1).write();
        remove("workflow.knime", key);
        expectError("workflow.knime", key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"count", "step", "texts", "text", "upperCase"})
    void aMissingSetting(final String key) throws IOException {
        m_workflow.numbers(1, 3).write();
        remove(NODE, key);
        expectError(NODE, key);
    }

    @ParameterizedTest
    @CsvSource({"<config key=\"texts\">,<entry key=\"extra\" type=\"xint\" value=\"1\"/>$0,extra",
        "<entry key=\"text\",<entry key=\"extra\" type=\"xint\" value=\"1\"/>$0,extra",
        "<config key=\"flow_stack\",<entry key=\"extra\" type=\"xint\" value=\"1\"/>$0,extra",
        "<entry key=\"count\" type=\"xint\",<entry key=\"count\" type=\"xlong\",count",
        "testnodes.NumbersNodeFactory,testnodes.NoNodeFactory,testnodes.NoNodeFactory",
        "org.example.testnodes,org.example.others,org.example.testnodes"})
    void aWrongKeyOrValueOfANode(final String pattern, final String replacement, final String named)
        throws IOException {
        m_workflow.numbers(1, 3).write();
        edit(NODE, pattern, replacement);
        expectError(NODE, named);
    }

    @Test
    void anotherNumberOfPorts() throws IOException {
        m_workflow.node(1, "TextModelNodeFactory", 2, m -> { }).write();
        expectError(NODE, "'ports' lists 2 output ports; Text Model has 1");
    }

    @Test
    void aVariableThatOverwritesAnUnknownSetting() throws IOException {
        m_workflow.numbers(1, 3, "texts/colour", "x").write();
        expectError(NODE, "variables/tree", "texts/colour");
    }

    static List<Connections> wrongConnections() {
        return List.of(new Connections("port that does not exist", new int[]{1, 2, 2, 1}),
            new Connections("port that does not exist", new int[]{1, 1, 2, 3}),
            new Connections("port that does not exist", new int[]{1, 0, 2, 1}),
            new Connections("ports of different types: Text model and Table", new int[]{3, 1, 2, 1}),
            new Connections("no node has this ID", new int[]{9, 1, 2, 1}),
            new Connections("another connection leads to already", new int[]{1, 1, 2, 1}, new int[]{1, 1, 2, 1}),
            new Connections("form a cycle", new int[]{2, 1, 4, 1}, new int[]{4, 1, 2, 1}));
    }

    private record Connections(String problem, int[]... ends) {
    }

    @ParameterizedTest
    @MethodSource("wrongConnections")
    void aWrongConnection(final Connections connections) throws IOException {
        m_workflow.numbers(1, 3).node(2, "CountNodeFactory", 1, m -> { }).node(3, "TextModelNodeFactory", 1, m -> { })
            .node(4, "CountNodeFactory", 1, m -> { });
        Stream.of(connections.ends()).forEach(e -> m_workflow.connect(e[0], e[1], e[2], e[3]));
        m_workflow.write();
        expectError("workflow.knime", "connection", connections.problem());
    }

    @Test
    void aNodeFileThatIsNotThere() throws IOException {
        m_workflow.numbers(1, 3).write();
        Files.delete(m_folder.resolve(NODE));
        expectError(NODE, "there is no such file");
    }

    @Test
    void aNodeFileOutsideOfTheWorkflow() throws IOException {
        m_workflow.numbers(1, 3).write();
        edit("workflow.knime", "Node \\(#1\\)/settings.xml", "../settings.xml");
        expectError("leads out of the workflow directory");
    }

    @Test
    void aFileThatIsNoXml() throws IOException {
        m_workflow.numbers(1, 3).write();
        Files.writeString(m_folder.resolve(NODE), "<config");
        expectError(NODE, "can't be read");
    }

    @Test
    void aMetanode() throws IOException {
        m_workflow.numbers(1, 3).write();
        edit("workflow.knime", "NativeNode", "MetaNode");
        expectError("workflow.knime", "nodes/node_1/node_type", "MetaNode");
    }

    @Test
    void noWorkflowAtAll() {
        expectError("no workflow.knime");
    }
}
