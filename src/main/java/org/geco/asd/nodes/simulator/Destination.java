package org.geco.asd.nodes.simulator;

import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.widget.choices.Label;

/** Where the clips are written. The names are stored in workflows. */
enum Destination {
    @Label(value = "Temporary", description = """
        A temporary folder, which KNIME deletes when the workflow is closed.
        """)
    TEMPORARY,

    @Label(value = "Folder", description = "A folder of your own, which stays.")
    FOLDER;

    /** The setting, for what the dialog shows depending on it. */
    interface Ref extends ParameterReference<Destination> { }

    /** The user names a folder. */
    static final class IsFolder implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(Ref.class).isOneOf(FOLDER);
        }
    }
}
