package org.geco.embedded.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.geco.embedded.runner.console.CollectingConsole;
import org.geco.embedded.runner.testnodes.PictureNodeFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a whole: exit codes, zip files, CSV files. */
class MainTest {

    @TempDir
    Path m_folder;

    private Path m_workflow;

    private final CollectingConsole m_console = new CollectingConsole();

    @BeforeEach
    void writeWorkflow() throws IOException {
        m_workflow = new TestWorkflow(m_folder.resolve("my workflow")).numbers(1, 3).write();
    }

    private int run(final String... arguments) {
        return Main.run(m_console, arguments);
    }

    @Test
    void successIsZero() {
        assertThat(run("-nosplash", "-consoleLog", "-application", "org.knime.product.KNIME_BATCH_APPLICATION",
            "-reset", "-nosave", "-workflowDir=" + m_workflow)).isZero();
    }

    @Test
    void thePathAloneIsEnough() {
        assertThat(run(m_workflow.toString())).isZero();
    }

    @Test
    void badArgumentsAreTwo() {
        assertThat(run("-workflowDir=" + m_workflow, "-foo")).isEqualTo(2);
        assertThat(m_console.errors()).singleElement().asString().contains("'-foo'");
    }

    @Test
    void noWorkflowIsTwo() {
        assertThat(run("-workflowDir=" + m_folder.resolve("none"))).isEqualTo(2);
        assertThat(run("-reset")).isEqualTo(2);
    }

    @Test
    void aWorkflowThatDoesNotLoadIsThree() throws IOException {
        Files.writeString(m_workflow.resolve("workflow.knime"), "");
        assertThat(run("-workflowDir=" + m_workflow)).isEqualTo(3);
    }

    @Test
    void aFailedNodeIsFour() {
        assertThat(run("-workflowDir=" + m_workflow, "-option=1,count,-1,int")).isEqualTo(4);
    }

    @Test
    void withoutArgumentsTheHelpIsShown() {
        assertThat(run()).isZero();
        assertThat(m_console.infos()).anyMatch(line -> line.contains("-workflow.variable=NAME,VALUE,TYPE"));
    }

    @Test
    void noexecuteOnlyLoads() {
        assertThat(run("-workflowDir=" + m_workflow, "-noexecute", "-option=1,count,-1,int")).isZero();
    }

    @Test
    void aZippedWorkflowRuns() throws IOException {
        final Path zip = m_folder.resolve("workflow.knwf");
        try (OutputStream out = Files.newOutputStream(zip); ZipOutputStream entries = new ZipOutputStream(out)) {
            for (final String name : List.of("workflow.knime", "Node (#1)/settings.xml")) {
                entries.putNextEntry(new ZipEntry("my workflow/" + name));
                Files.copy(m_workflow.resolve(name), entries);
            }
        }
        assertThat(run("-workflowFile=" + zip)).isZero();
        assertThat(m_console.infos()).anyMatch(line -> line.startsWith("Success: 1 of 1 nodes executed in "));
    }

    @Test
    void aZipEntryThatLeadsOutIsALoadError() throws IOException {
        final Path zip = m_folder.resolve("evil.zip");
        try (OutputStream out = Files.newOutputStream(zip); ZipOutputStream entries = new ZipOutputStream(out)) {
            entries.putNextEntry(new ZipEntry("../../workflow.knime"));
        }
        assertThat(run("-workflowFile=" + zip)).isEqualTo(3);
        assertThat(m_console.errors()).singleElement().asString().contains("leads out of the zip");
    }

    @Test
    void tablesAreWrittenAsCsvAndNamed() throws IOException {
        final Path csv = m_folder.resolve("out/csv");
        assertThat(run("-workflowDir=" + m_workflow, "-destDir=" + csv, "-option=1,step,0.1,double")).isZero();
        final Path file = csv.resolve("numbers-1-1.csv");
        assertThat(file).hasContent("Index,Multiple,Text\r\n0,0.0,plain\r\n1,0.1,plain\r\n2,,plain\r\n");
        assertThat(m_console.infos()).anyMatch(line -> line.contains(file.toString()));
        try (Stream<Path> files = Files.list(csv)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void imagesAreWrittenAsPng() throws IOException {
        final Path workflow = new TestWorkflow(m_folder.resolve("picture"))
            .node(1, "PictureNodeFactory", 1, model -> { }).write();
        assertThat(run("-workflowDir=" + workflow, "-destDir=" + m_folder)).isZero();
        assertThat(m_folder.resolve("picture-1-1.png")).hasBinaryContent(PictureNodeFactory.PNG);
    }

    @Test
    void tablesAreShown() {
        run("-workflowDir=" + m_workflow);
        assertThat(m_console.infos()).containsSequence("Numbers, from Numbers (#1), 3 rows",
            "  Index  Multiple  Text", "      0    0.0000  plain", "      1    0.1000  plain",
            "      2         ?  plain");
    }

    @Test
    void aDestinationThatCannotBeWrittenIsFour() throws IOException {
        final Path file = Files.createFile(m_folder.resolve("file"));
        assertThat(run("-workflowDir=" + m_workflow, "-destDir=" + file)).isEqualTo(4);
        assertThat(m_console.errors().get(0)).contains("can't be written");
    }
}
