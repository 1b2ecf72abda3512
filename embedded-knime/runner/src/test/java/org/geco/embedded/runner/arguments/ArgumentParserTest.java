package org.geco.embedded.runner.arguments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;

import org.geco.embedded.runner.variables.WorkflowVariable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the command line is understood. */
class ArgumentParserTest {

    @TempDir
    Path m_folder;

    private WorkflowOptions parse(final String argument) throws BadArgumentException {
        return ArgumentParser.parse("-workflowDir=" + m_folder, argument);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"x,a b,String|a b", "x,\"a,b\",String|a,b",
        "x,'it is \"so\"',String|it is \"so\"", "x,\"C:\\\\data\",String|C:\\data", "x,C:\\data,String|C:\\data",
        "x,a=b,String|a=b"})
    void textVariables(final String argument, final String value) throws BadArgumentException {
        assertThat(parse("-workflow.variable=" + argument).variables())
            .containsExactly(new WorkflowVariable("x", value));
    }

    @Test
    void anEmptyTextIsAValue() throws BadArgumentException {
        assertThat(parse("-workflow.variable=x,,String").variables()).containsExactly(new WorkflowVariable("x", ""));
    }

    @Test
    void numbersKeepTheirType() throws BadArgumentException {
        assertThat(parse("-workflow.variable=x,3,int").variables()).containsExactly(new WorkflowVariable("x", 3));
        assertThat(parse("-workflow.variable=x,3,double").variables()).containsExactly(new WorkflowVariable("x", 3.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x,1", "x,1,2,int", "x,one,int", "x,1.5,int", "x,1,Int", "x,1,string", "x,1,long",
        "x,\"1,String", ",1,int"})
    void wrongVariables(final String argument) {
        assertThatThrownBy(() -> parse("-workflow.variable=" + argument)).isInstanceOf(BadArgumentException.class)
            .hasMessageContaining("-workflow.variable=" + argument);
    }

    @Test
    void anOptionsValueMayHoldCommas() throws BadArgumentException {
        assertThat(parse("-option=4,rows/value,a,b,String").nodeOptions())
            .containsExactly(new NodeOption(4, "rows/value", "a,b", OptionType.STRING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4,key,value", "x,key,1,int", "4,key,1,integer", "4,key,one,int", "4,key,yes,boolean",
        "4,key,99999,short", ""})
    void wrongOptions(final String argument) {
        assertThatThrownBy(() -> parse("-option=" + argument)).isInstanceOf(BadArgumentException.class)
            .hasMessageContaining("-option=" + argument);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-foo", "-foo=bar", "-destDir=", "-workflowDir", "second", "-Reset=x"})
    void unknownArguments(final String argument) {
        assertThatThrownBy(() -> parse(argument)).isInstanceOf(BadArgumentException.class);
    }

    @Test
    void everythingBehindVmargsIsTheLaunchers() throws BadArgumentException {
        assertThat(ArgumentParser.parse("-workflowDir=" + m_folder, "-vmargs", "-Xmx1g").workflow())
            .isEqualTo(m_folder);
    }
}
