package org.geco.embedded.runner.arguments;

import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The arguments as they are written. */
@Command(name = "run-workflow", sortOptions = false, separator = "=",
    header = "Runs a KNIME workflow without KNIME, with the arguments of KNIME's batch application.",
    customSynopsis = "run-workflow WORKFLOW_DIRECTORY [options]",
    footer = {"-reset and -nosave are accepted and always in force: each run starts from the beginning, and",
        "the workflow directory is never written to. (KNIME saves the executed workflow in place unless",
        "-nosave is given, and with -destDir= saves the executed workflow there.) Launcher options such as",
        "-nosplash, -consoleLog and -application X are ignored.",
        "Exit codes: 0 success, 2 bad arguments, 3 the workflow doesn't load, 4 execution failed,", "130 cancelled."})
final class Arguments {

    @Option(names = "-workflowDir", paramLabel = "DIRECTORY",
        description = "the workflow directory (or give it as first argument)")
    String m_directory;

    @Option(names = "-workflowFile", paramLabel = "FILE", description = "a zip file (.knwf) with a workflow")
    String m_file;

    @Option(names = "-workflow.variable", paramLabel = "NAME,VALUE,TYPE",
        description = "sets a workflow variable; TYPE is String, int or double; quote a VALUE that contains commas")
    List<String> m_variables = new ArrayList<>();

    @Option(names = "-option", paramLabel = "NODE,KEY,VALUE,TYPE",
        description = "replaces one setting of the node with ID NODE; KEY is the setting's key, with its parents "
            + "separated by slashes; TYPE is one of int, long, short, byte, boolean, float, double, String")
    List<String> m_options = new ArrayList<>();

    @Option(names = "-destDir", paramLabel = "DIRECTORY",
        description = "writes every unconnected output table as CSV and image as PNG file there")
    String m_destination;

    @Option(names = "-noexecute", description = "loads the workflow only")
    boolean m_noexecute;

    @Option(names = "-debug", description = "shows stack traces of failures")
    boolean m_debug;

    @Option(names = {"-help", "--help"}, usageHelp = true, description = "shows this text")
    boolean m_help;

    @Option(hidden = true, names = {"-nosplash", "-consolelog", "-noexit", "-reset", "-nosave", "-failonloaderror",
        "-updatelinks", "-noversioncheck", "-allowdeadlock", "-showlocation", "-checkforupdates"})
    boolean m_ignored;

    @Option(hidden = true, arity = "0..1", names = {"-application", "-data", "-configuration", "-perspective",
        "-profilelist", "-profilelocation"})
    String m_ignoredValue;
}
