package org.geco.asd.nodes.reader;

import java.util.Optional;
import java.util.function.Consumer;

import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.Dataset;
import org.geco.asd.nodes.knime.Limits;
import org.geco.asd.nodes.knime.Locations;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** What a reader of DCASE's data asks of files beside the clips. */
final class ChallengeParameters implements NodeParameters {
    /** As the challenge of 2020 calls it. */
    static final class UsualList implements DefaultValueProvider<String> {
        @Override
        public String computeState(final NodeParametersInput context) {
            return "eval_data_list_2020.csv";
        }
    }

    @Widget(title = "Evaluation list", description = """
            Test clips of a challenge's evaluation set have no label in their names. After its end each challenge
            published a list, <tt>eval_data_list_&lt;year&gt;.csv</tt>, that tells label, domain and attributes of each:
            its path or URL. Unticked or empty: none. Labels are for the evaluation only: no model
            learns from them.
            """)
    @OptionalWidget(defaultProvider = UsualList.class)
    @TextInputWidget(placeholder = "/data/eval_data_list_2020.csv", patternValidation = Limits.IsNamed.class)
    @Effect(predicate = NamingSchemeChoice.MayBeDcase.class, type = EffectType.SHOW)
    @Advanced
    Optional<String> m_list = Optional.empty();

    @Widget(title = "Domain and attributes", description = """
            For data of DCASE from 2021 on: two more columns, <i>Domain</i> (source or target) and <i>Attributes</i>,
            the words that tell how the machine worked (<tt>car_A2_spd_28V</tt>), from the file names, the evaluation
            list, or the files <tt>attributes_00.csv</tt> beside the clips.
            """)
    @Effect(predicate = NamingSchemeChoice.MayBeDcase.class, type = EffectType.SHOW)
    @Advanced
    boolean m_domains;

    /** @return the same clips with what these files tell of them */
    Dataset told(final Dataset dataset, final Consumer<String> warnings) throws AsdException {
        final Optional<String> list = m_list.filter(text -> !text.isBlank());
        return list.isEmpty() && !m_domains ? dataset
            : dataset.told(list.isEmpty() ? Optional.empty() : Optional.of(Locations.toPath(list.get())), warnings);
    }
}
