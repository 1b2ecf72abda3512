package org.geco.asd.nodes.outlier;

import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.InputColumns;
import org.geco.asd.nodes.knime.Limits;
import org.geco.asd.nodes.knime.RowSelection;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.nodes.table.LabelParameters;
import org.geco.asd.nodes.table.MachineColumns;
import org.geco.asd.outlier.OutlierSettings;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.util.ColumnNameValidationUtils.ColumnNameValidation;

/** Settings of the node Outlier Learner. */
final class OutlierLearnerNodeParameters implements NodeParameters {
    @Section(title = "Data")
    interface Data {
    }

    @Section(title = "Distance")
    @After(Data.class)
    interface Distance {
    }

    @Section(title = "Output")
    @After(Distance.class)
    interface Output {
    }

    /** Offered when the shrinkage is first fixed. */
    static final class HalfWay implements DefaultValueProvider<Double> {
        @Override
        public Double computeState(final NodeParametersInput context) {
            return 0.5;
        }
    }

    @Widget(title = VectorColumns.TITLE, description = """
        The column with the vectors, lists of numbers of the same length: statistics, or embeddings of any network.
        """)
    @ChoicesProvider(VectorColumns.class)
    @Layout(Data.class)
    String m_vectorColumn = Columns.STATISTICS;

    @Layout(Data.class)
    MachineColumns m_machine = new MachineColumns();

    @Layout(Data.class)
    RowSelection m_rows = new RowSelection(Columns.SPLIT, Columns.TRAIN, Columns.HELD_OUT);

    @Widget(title = Titles.LABEL, description = """
        The column that says whether a clip is normal or anomalous, if there is one: anomalies are left out, and a
        warning counts them. Without such a column in the table, or unticked, every chosen row counts as normal.
        """)
    @OptionalWidget(defaultProvider = LabelParameters.UsualLabel.class)
    @ChoicesProvider(InputColumns.Text.class)
    @Layout(Data.class)
    @Advanced
    Optional<String> m_labelColumn = Optional.of(Columns.LABEL);

    @Widget(title = "Method", description = "What a vector is compared with.")
    @ValueReference(MethodChoice.Ref.class)
    @Layout(Distance.class)
    MethodChoice m_method = MethodChoice.MAHALANOBIS;

    @Widget(title = "Fixed shrinkage", description = """
        How far the covariance is drawn towards a multiple of the identity, from 0 to 1. Unticked: as Ledoit and Wolf
        estimate it, more for fewer clips.
        """)
    @OptionalWidget(defaultProvider = HalfWay.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.AtMostOne.class)
    @Effect(predicate = MethodChoice.IsMahalanobis.class, type = EffectType.SHOW)
    @Layout(Distance.class)
    @Advanced
    Optional<Double> m_shrinkage = Optional.empty();

    @Widget(title = "Neighbours", description = """
        Number of nearest neighbours whose distances are averaged; all, where a machine has fewer clips.
        """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = MethodChoice.IsNeighbours.class, type = EffectType.SHOW)
    @Layout(Distance.class)
    int m_neighbours = 1;

    @Widget(title = "Scale by local density", description = """
        Each distance is divided by the neighbour's mean distance to its own neighbours, so that a rare kind of normal
        clips is not taken for a fault.
        """)
    @Effect(predicate = MethodChoice.IsNeighbours.class, type = EffectType.SHOW)
    @Layout(Distance.class)
    boolean m_localDensity;

    @Widget(title = "Components", description = "Number of Gaussians, at most as many as a machine has clips.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = MethodChoice.IsMixture.class, type = EffectType.SHOW)
    @Layout(Distance.class)
    int m_components = 2;

    @Widget(title = "Random seed", description = "Of the mixture's start. The same seed gives the same model.")
    @Effect(predicate = MethodChoice.IsMixture.class, type = EffectType.SHOW)
    @Layout(Distance.class)
    @Advanced
    int m_seed;

    @Widget(title = "Parts of a vector", description = """
        Vectors are cut into so many parts of equal length, and each is compared alone; the score is how far they are
        above what is usual over normal clips, in deviations. Statistics: as many as there are for each band, usually
        3. Embeddings: 1.
        """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(Distance.class)
    int m_parts = 3;

    @Widget(title = "Scaling", description = "What vectors are made before they are compared.")
    @Layout(Distance.class)
    ScalingChoice m_scaling = ScalingChoice.NONE;

    @Widget(title = "Own spread from (clips)", description = """
        How normal clips vary is taken from all machines of a type together, each around its own mean, unless a machine
        has at least this many clips of its own.
        """)
    @NumberInputWidget(minValidation = Limits.AtLeastTwo.class)
    @Layout(Distance.class)
    @Advanced
    int m_ownSpreadFrom = 50;

    @Widget(title = Titles.SCORE_COLUMN, description = """
        Name of the appended column with the score that each clip gets from all others.
        """)
    @TextInputWidget(patternValidation = ColumnNameValidation.class)
    @Layout(Output.class)
    String m_scoreColumn = Columns.OUTLIER_SCORE;

    VectorRows on(final DataTableSpec spec) throws InvalidSettingsException {
        return VectorRows.of(spec, m_vectorColumn, m_machine, m_rows, m_scoreColumn);
    }

    /** @return the settings, checked */
    OutlierSettings settings() throws AsdException {
        final OutlierSettings settings = new OutlierSettings(m_method.meaning(), m_scaling.meaning(), m_parts,
            m_neighbours, m_localDensity, m_shrinkage, m_components, m_ownSpreadFrom, m_seed);
        settings.check();
        return settings;
    }
}
