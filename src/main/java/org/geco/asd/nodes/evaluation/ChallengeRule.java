package org.geco.asd.nodes.evaluation;

import java.util.Optional;

import org.geco.asd.evaluation.DomainEvaluation.Rule;
import org.knime.node.parameters.widget.choices.Label;

/** By which year's rules of DCASE Task 2 scores are evaluated. The names are stored in workflows. */
enum ChallengeRule {
    @Label(value = "DCASE 2020", description = """
        AUC and pAUC of each machine; arithmetic means over the machines of a type, then over the types. For any data.
        """)
    DCASE2020,

    @Label(value = "DCASE 2021", description = """
        Also AUC and pAUC of each machine in each domain, and the official score: the harmonic mean of all these.
        """)
    DCASE2021,

    @Label(value = "DCASE 2022 and later", description = """
        Also for each machine the AUC of each domain's normal clips against the anomalous clips of both domains, and
        the official score: the harmonic mean of these and of the machines' pAUC.
        """)
    DCASE2022;

    /** @return how domains count, if they do */
    Optional<Rule> domains() {
        return switch (this) {
            case DCASE2020 -> Optional.empty();
            case DCASE2021 -> Optional.of(Rule.YEAR_2021);
            case DCASE2022 -> Optional.of(Rule.FROM_2022);
        };
    }
}
