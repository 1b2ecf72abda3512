package org.geco.embedded.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

import org.geco.embedded.runner.arguments.WorkflowOptions;
import org.geco.embedded.runner.console.CollectingConsole;
import org.geco.embedded.runner.result.RunResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings from workflow variables and from {@code -option}. */
class VariableTest {

    @TempDir
    Path m_folder;

    private TestWorkflow m_workflow;

    @BeforeEach
    void createWorkflow() {
        m_workflow = new TestWorkflow(m_folder);
    }

    private static RunResult run(final WorkflowOptions options) {
        return HeadlessRunner.run(options.withAllTables(), new CollectingConsole());
    }

    private WorkflowOptions options() throws IOException {
        return WorkflowOptions.of(m_workflow.write());
    }

    @Test
    void aVariablesDefaultOverwritesTheSetting() throws IOException {
        m_workflow.variable("rows", "INTEGER", v -> v.addInt("value", 5)).numbers(1, 3, "count", "rows");
        assertThat(run(options()).table(1, 1).rows()).hasSize(5);
    }

    @Test
    void theCommandLineOverwritesTheDefault() throws IOException {
        m_workflow.variable("rows", "INTEGER", v -> v.addInt("value", 5)).numbers(1, 3, "count", "rows");
        assertThat(run(options().withVariable("rows", 2)).table(1, 1).rows()).hasSize(2);
    }

    @Test
    void nestedSettingsAreOverwritten() throws IOException {
        m_workflow.variable("word", "STRING", v -> v.addString("value", "a"))
            .numbers(1, 1, "texts/text", "word", "texts/upperCase", "loud");
        final RunResult result = run(options().withVariable("word", "shout").withVariable("loud", "true"));
        assertThat(result.table(1, 1).column("Text")).containsExactly("SHOUT");
    }

    @Test
    void anIntegerOverwritesADoubleAndText() throws IOException {
        m_workflow.numbers(1, 2, "step", "n", "texts/text", "n");
        final RunResult result = run(options().withVariable("n", 7));
        assertThat(result.table(1, 1).column("Text")).containsExactly("7", "7");
        assertThat(result.exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"count,STRING,'8',of type String with the value '8' can't overwrite the setting 'count' of type xint",
        "count,DOUBLE,8.5,of type double with the value '8.5' can't overwrite the setting 'count' of type xint",
        "step,STRING,x,can't overwrite the setting 'step' of type xdouble",
        "texts/upperCase,STRING,yes,can't overwrite the setting 'upperCase' of type xboolean",
        "texts,STRING,yes,can't overwrite the setting 'texts' of type config"})
    void aVariableOfTheWrongTypeFailsTheNode(final String setting, final String type, final String value,
        final String problem) throws IOException {
        m_workflow.numbers(1, 3, setting, "v");
        final RunResult result =
            run(options().withVariable("v", type.equals("DOUBLE") ? Double.valueOf(value) : value));
        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.errors()).singleElement().asString().contains(problem);
    }

    @Test
    void aVariableThatDoesNotExistFailsTheNode() throws IOException {
        m_workflow.numbers(1, 3, "count", "rows");
        final RunResult result = run(options());
        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.errors()).singleElement().asString().contains("'rows', which does not exist")
            .contains("-workflow.variable=rows,VALUE,TYPE");
    }

    @Test
    void aVariableThatTheWorkflowDoesNotDefineIsToldAndAdded() throws IOException {
        m_workflow.numbers(1, 3, "count", "rows");
        final RunResult result = run(options().withVariable("rows", 1));
        assertThat(result.table(1, 1).rows()).hasSize(1);
        assertThat(result.warnings()).singleElement().asString().contains("does not define the variable 'rows'");
    }

    @Test
    void aSettingThatIsExposedIsAVariableBehindTheNode() throws IOException {
        m_workflow.numbers(1, 4, "count", ">rows").numbers(2, 1, "count", "rows").connect(1, 0, 2, 0);
        assertThat(run(options()).table(2, 1).rows()).hasSize(4);
    }

    @Test
    void anOptionReplacesASetting() throws IOException {
        m_workflow.numbers(1, 3);
        final RunResult result = run(options().withNodeOption("1,count,2,int")
            .withNodeOption("1,texts/text,with, comma,String").withNodeOption("1,texts/upperCase,true,boolean"));
        assertThat(result.table(1, 1).column("Text")).containsExactly("WITH, COMMA", "WITH, COMMA");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1,colour,red,String|no such setting",
        "1,more/colour,red,String|no such setting",
        "1,count,1,double|the setting is of type xint, not xdouble", "5,count,1,int|no node has this ID"})
    void aWrongOptionIsALoadError(final String option, final String problem) throws IOException {
        m_workflow.numbers(1, 3);
        final RunResult result = run(options().withNodeOption(option));
        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.errors()).singleElement().asString().contains(problem);
    }
}
