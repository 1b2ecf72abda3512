package org.geco.embedded.runner.arguments;

/** The help text. */
public final class Usage {

    private static final String TEXT = """
        Runs a KNIME workflow without KNIME, with the arguments of KNIME's batch application.

        Usage: run-workflow WORKFLOW_DIRECTORY [options]

          -workflowDir=DIRECTORY   the workflow directory (or give it as first argument)
          -workflowFile=FILE       a zip file (.knwf) with a workflow
          -workflow.variable=NAME,VALUE,TYPE
                                   sets a workflow variable; TYPE is String, int or double;
                                   quote a VALUE that contains commas
          -option=NODE,KEY,VALUE,TYPE
                                   replaces one setting of the node with ID NODE; KEY is the
                                   setting's key, with its parents separated by slashes; TYPE is
                                   one of int, long, short, byte, boolean, float, double, String
          -destDir=DIRECTORY       writes every unconnected output table as CSV file there
          -noexecute               loads the workflow only
          -debug                   shows stack traces of failures
          -help                    shows this text

        -reset and -nosave are accepted and always in force: each run starts from the beginning, and
        the workflow directory is never written to. (KNIME saves the executed workflow in place unless
        -nosave is given, and with -destDir= saves the executed workflow there.) Launcher options such as
        -nosplash, -consoleLog and -application X are ignored.

        Exit codes: 0 success, 2 bad arguments, 3 the workflow doesn't load, 4 execution failed,
        130 cancelled.
        """;

    private Usage() {
    }

    /** @return the help text */
    public static String text() {
        return TEXT;
    }
}
