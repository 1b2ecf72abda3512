package org.geco.asd.nodes.learn;

import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Section;

/** The sections that the dialogs of all learners have, in their order. A method puts its own between them. */
public interface LearnerLayout {
    /** What is learned from. */
    @Section(title = "Data")
    interface Data { }

    /** How long and how fast. */
    @Section(title = "Training")
    @After(Data.class)
    interface Training {
        /** What the preset gives. */
        interface Preset { }

        /** What all methods have beside it. */
        @After(Preset.class)
        interface Common { }

        /** What chance decides. */
        @After(Common.class)
        interface Chance { }
    }

    /** The sizes of the network. */
    @Section(title = "Network")
    @After(Training.class)
    @Advanced
    interface Network { }

    /** When training ends, and how it goes on. */
    @Section(title = "Stopping and checkpoints")
    @After(Network.class)
    @Advanced
    interface Stopping { }

    /** On what it is computed. */
    @Section(title = "Computing")
    @After(Stopping.class)
    @Advanced
    interface Computing { }
}
