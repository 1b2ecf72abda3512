package org.geco.asd.nodes.fusion;

import org.geco.asd.fusion.Gamma;
import org.geco.asd.fusion.GridSearch;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.InputColumns;
import org.geco.asd.nodes.knime.RowSelection;
import org.geco.asd.nodes.table.ClipColumns;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.message.Message;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;

/** Settings of the node Anomaly Score Fusion. */
final class ScoreFusionNodeParameters implements NodeParameters {

    @Widget(title = "Frame-level score", description = "The column with the PAE's prediction error in dB².")
    @ChoicesProvider(InputColumns.Numbers.class)
    String m_paeScore = Columns.PAE_SCORE;

    @Widget(title = "Clip-level score", description = "The column with GeCo's 1 − cosine.")
    @ChoicesProvider(InputColumns.Numbers.class)
    String m_gecoScore = Columns.GECO_SCORE;

    @Widget(title = "Choice of γ", description = "Where the weight γ of the clip-level score comes from.")
    @ValueReference(GammaMode.Ref.class)
    GammaMode m_gammaMode = GammaMode.FIXED;

    @Widget(title = "γ", description = """
            The weight of the clip-level score, in dB², at least 0. The paper uses 200 for all machine types.
            """)
    @Effect(predicate = GammaMode.UsesFixed.class, type = EffectType.SHOW)
    double m_gamma = Gamma.PAPER;

    @Widget(title = "Machine type in the γ table",
        description = "The column of the second table with the machine type.")
    @Effect(predicate = GammaMode.UsesTable.class, type = EffectType.SHOW)
    String m_tableMachineType = Columns.MACHINE_TYPE;

    @Widget(title = "γ in the γ table", description = "The column of the second table with γ.")
    @Effect(predicate = GammaMode.UsesTable.class, type = EffectType.SHOW)
    String m_tableGamma = GammaTable.GAMMA;

    @Widget(title = "Machine types without a row", description = """
            What to do with a machine type that the second table lacks.
            """)
    @Effect(predicate = GammaMode.UsesTable.class, type = EffectType.SHOW)
    MissingGamma m_missingGamma = MissingGamma.FAIL;

    @Effect(predicate = GammaMode.UsesHeldOut.class, type = EffectType.SHOW)
    RowSelection m_heldOutRows = new RowSelection(Columns.SPLIT, "held-out");

    @Effect(predicate = GammaMode.UsesGrid.class, type = EffectType.SHOW)
    RowSelection m_searchRows = new RowSelection(Columns.SPLIT, Columns.TEST);

    @Widget(title = "Smallest γ", description = "Where the grid starts.")
    @Effect(predicate = GammaMode.UsesGrid.class, type = EffectType.SHOW)
    double m_searchFrom = GridSearch.PAPER.from();

    @Widget(title = "Largest γ", description = "Where the grid ends.")
    @Effect(predicate = GammaMode.UsesGrid.class, type = EffectType.SHOW)
    double m_searchTo = GridSearch.PAPER.to();

    @Widget(title = "Step", description = "From one γ of the grid to the next; the paper's values are multiples of 5.")
    @Effect(predicate = GammaMode.UsesGrid.class, type = EffectType.SHOW)
    double m_searchStep = GridSearch.PAPER.step();

    ClipColumns m_columns = new ClipColumns();

    @Widget(title = "New column", description = """
            The name of the column with the fused score. A grid search adds <i>(γ chosen with labels)</i> to it.
            """)
    String m_outputColumn = Columns.ANOMALY_SCORE;

    /** @return the name of the new column; a score that labels helped to make says so wherever it goes */
    String outputColumn() {
        return m_gammaMode == GammaMode.GRID_SEARCH ? m_outputColumn.strip() + " (γ chosen with labels)"
            : m_outputColumn.strip();
    }

    void check() throws InvalidSettingsException {
        if (m_outputColumn.isBlank()) {
            throw failure("The new column has no name.", "Name it in the setting \"New column\".");
        }
        if (!Gamma.isValid(m_gamma)) {
            throw failure("γ must be a number of at least 0, not " + m_gamma + ".", "Set γ to 200, as the paper does.");
        }
        final boolean isGrid = Gamma.isValid(m_searchFrom) && Gamma.isValid(m_searchTo) && m_searchFrom <= m_searchTo
            && m_searchStep > 0 && (m_searchTo - m_searchFrom) / m_searchStep <= 100_000;
        if (m_gammaMode == GammaMode.GRID_SEARCH && !isGrid) {
            throw failure("A grid from " + m_searchFrom + " to " + m_searchTo + " by " + m_searchStep
                + " cannot be searched.", "Search from 0 to 500 by 5; the paper's values are in that range.");
        }
    }

    private static InvalidSettingsException failure(final String summary, final String resolution) {
        return Message.fromSummaryWithResolution(summary, resolution).toInvalidSettingsException();
    }
}
