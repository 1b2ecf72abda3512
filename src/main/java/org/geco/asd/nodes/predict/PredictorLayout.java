package org.geco.asd.nodes.predict;

import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Section;

/** The sections that the dialogs of all predictors have, in their order. */
public interface PredictorLayout {
    /** What is scored. */
    @Section(title = "Data")
    interface Data {
        /** Clips and their machines. */
        interface Machine { }

        /** Which of them. */
        @After(Machine.class)
        interface Rows { }
    }

    /** How it is scored. */
    @Section(title = "Score")
    @After(Data.class)
    interface Score { }

    /** What is appended. */
    @Section(title = "Output")
    @After(Score.class)
    interface Output { }

    /** On what it is computed. */
    @Section(title = "Computing")
    @After(Output.class)
    @Advanced
    interface Computing { }
}
