package org.geco.asd.nodes.fusion;

import java.util.Optional;

import org.geco.asd.fusion.Gamma;
import org.geco.asd.fusion.GridSearch;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.InputColumns;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.knime.RowSelection;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.nodes.table.ClipReader;
import org.geco.asd.nodes.table.LabelParameters;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.util.ColumnNameValidationUtils.ColumnNameValidation;

/** Settings of the node Anomaly Score Fusion. */
final class ScoreFusionNodeParameters implements NodeParameters {
    static final String PAE_SCORE = "PAE score (frame level)";
    static final String GECO_SCORE = "GeCo score (clip level)";
    static final String TABLE_TYPE = "Machine type in the γ table";
    static final String TABLE_GAMMA = "γ in the γ table";

    private static final String GAMMA = "γ";

    @Section(title = "Scores")
    interface Scores { }

    @Section(title = "Weight of the GeCo score")
    @After(Scores.class)
    interface Weight { }

    @Section(title = "Clips")
    @After(Weight.class)
    @Effect(predicate = GammaMode.IsFixed.class, type = EffectType.HIDE)
    interface Clips { }

    @Section(title = "Clips that γ is chosen on")
    @After(Clips.class)
    @Effect(predicate = GammaMode.UsesClips.class, type = EffectType.SHOW)
    interface Choice { }

    @Section(title = "Output")
    @After(Choice.class)
    interface Output { }

    /** Text columns of the γ table. */
    static final class TableTexts extends InputColumns {
        TableTexts() {
            super(StringValue.class, 1);
        }
    }

    /** Number columns of the γ table. */
    static final class TableNumbers extends InputColumns {
        TableNumbers() {
            super(DoubleValue.class, 1);
        }
    }

    @Widget(title = PAE_SCORE, description = "The column with the PAE's prediction error in dB².")
    @ChoicesProvider(InputColumns.Numbers.class)
    @Layout(Scores.class)
    String m_paeScore = Columns.PAE_SCORE;

    @Widget(title = GECO_SCORE, description = "The column with GeCo's 1 − cosine.")
    @ChoicesProvider(InputColumns.Numbers.class)
    @Layout(Scores.class)
    String m_gecoScore = Columns.GECO_SCORE;

    @Widget(title = "Choice of γ", description = """
            Where the weight γ of the GeCo score comes from. The higher it is, the more the GeCo score counts beside the
            PAE score.
            """)
    @ValueReference(GammaMode.Ref.class)
    @Layout(Weight.class)
    GammaMode m_gammaMode = GammaMode.FIXED;

    @Widget(title = TABLE_TYPE, description = "The column of the second table with the machine type.")
    @ChoicesProvider(TableTexts.class)
    @Effect(predicate = GammaMode.UsesTable.class, type = EffectType.SHOW)
    @Layout(Weight.class)
    String m_tableMachineType = Columns.MACHINE_TYPE;

    @Widget(title = TABLE_GAMMA, description = "The column of the second table with γ.")
    @ChoicesProvider(TableNumbers.class)
    @Effect(predicate = GammaMode.UsesTable.class, type = EffectType.SHOW)
    @Layout(Weight.class)
    String m_tableGamma = GammaTable.GAMMA;

    @Widget(title = "Machine types without a row", description = """
            What to do with a machine type that the second table lacks.
            """)
    @ValueReference(MissingGamma.Ref.class)
    @Effect(predicate = GammaMode.UsesTable.class, type = EffectType.SHOW)
    @Layout(Weight.class)
    MissingGamma m_missingGamma = MissingGamma.FAIL;

    @Widget(title = GAMMA, description = """
            The weight of the GeCo score, in dB², at least 0. The paper uses 200 for all machine types.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = GammaMode.UsesFixed.class, type = EffectType.SHOW)
    @Layout(Weight.class)
    double m_gamma = Gamma.PAPER;

    @Widget(title = "Smallest γ", description = "Where the grid starts.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = GammaMode.UsesGrid.class, type = EffectType.SHOW)
    @Layout(Weight.class)
    double m_searchFrom = GridSearch.PAPER.from();

    @Widget(title = "Largest γ", description = "Where the grid ends.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = GammaMode.UsesGrid.class, type = EffectType.SHOW)
    @Layout(Weight.class)
    double m_searchTo = GridSearch.PAPER.to();

    @Widget(title = "Step of γ", description = """
            From one γ of the grid to the next; the paper's values are multiples of 5. Less searches more finely and
            takes longer.
            """)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = GammaMode.UsesGrid.class, type = EffectType.SHOW)
    @Layout(Weight.class)
    double m_searchStep = GridSearch.PAPER.step();

    @Widget(title = "Best γ by", description = "What the search looks for, as a mean over the machines of a type.")
    @Effect(predicate = GammaMode.UsesGrid.class, type = EffectType.SHOW)
    @Layout(Weight.class)
    GridCriterion m_criterion = GridCriterion.AUC;

    @Widget(title = Titles.MACHINE_TYPE, description = """
            The column of the first table with the machine type, e.g. <i>fan</i>: each type has its own γ.
            """)
    @ChoicesProvider(InputColumns.Text.class)
    @Layout(Clips.class)
    String m_machineType = Columns.MACHINE_TYPE;

    @Widget(title = Titles.MACHINE_ID, description = """
            The column with the ID of the machine within its type. Scores are only ever compared between clips of the
            same machine.
            """)
    @ChoicesProvider(InputColumns.Text.class)
    @Effect(predicate = GammaMode.UsesClips.class, type = EffectType.SHOW)
    @Layout(Clips.class)
    String m_machineId = Columns.MACHINE_ID;

    @Layout(Choice.class)
    RowSelection m_rows = new RowSelection(Columns.SPLIT, Columns.HELD_OUT);

    @Layout(Choice.class)
    LabelParameters m_labels = new LabelParameters();

    @Widget(title = Titles.SCORE_COLUMN, description = """
            The name of the new column with the fused score. If a grid search chose γ, also in a table of γ,
            <i>(γ chosen with labels)</i> is added to it.
            """)
    @TextInputWidget(patternValidation = ColumnNameValidation.class)
    @Layout(Output.class)
    String m_outputColumn = Columns.ANOMALY_SCORE;

    /** @return the clips that γ is chosen on */
    ClipReader.Input input() {
        return new ClipReader.Input(m_machineType, m_machineId, Optional.empty(), m_labels, m_rows);
    }

    void check() throws InvalidSettingsException {
        if (m_outputColumn.isBlank()) {
            throw NodeFailures.settings("The new column has no name.",
                "Name it in the setting \"" + Titles.SCORE_COLUMN + "\".");
        }
        if (!Gamma.isValid(m_gamma)) {
            throw NodeFailures.settings("γ must be a number of at least 0, not " + m_gamma + ".",
                "Set \"" + GAMMA + "\" to 200, as the paper does.");
        }
        final boolean isGrid = Gamma.isValid(m_searchFrom) && Gamma.isValid(m_searchTo) && m_searchFrom <= m_searchTo
            && m_searchStep > 0 && (m_searchTo - m_searchFrom) / m_searchStep <= 100_000;
        if (m_gammaMode == GammaMode.GRID_SEARCH && !isGrid) {
            throw NodeFailures.settings("A grid from " + m_searchFrom + " to " + m_searchTo + " by " + m_searchStep
                + " cannot be searched.", "Search from 0 to 500 by 5; the paper's values are in that range.");
        }
    }
}
