package org.geco.asd.nodes.fusion;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.Label;
import org.geco.asd.fusion.Gammas;
import org.geco.asd.fusion.GridSearch;
import org.geco.asd.fusion.LabelFreeChoice;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.message.Message;

/** Chooses γ as the user wants it. */
final class GammaChoice {

    private static final double MAX_FPR = 0.1;

    private final ScoreFusionNodeParameters m_parameters;

    GammaChoice(final ScoreFusionNodeParameters parameters) {
        m_parameters = parameters;
    }

    /** @param gammaSpec spec of the second table, null if none is connected */
    void check(final DataTableSpec spec, final DataTableSpec gammaSpec) throws InvalidSettingsException {
        switch (m_parameters.m_gammaMode) {
            case FIXED -> {
                // nothing but the number itself
            }
            case TABLE -> {
                if (gammaSpec == null) {
                    throw Message.fromSummaryWithResolution("γ is to be read from a table, but none is connected.",
                        "Connect a table with machine types and γ to the second input.", "Or use a fixed γ.")
                        .toInvalidSettingsException();
                }
                GammaTable.check(gammaSpec, m_parameters);
            }
            case LABEL_FREE, GRID_SEARCH -> new PairReader(spec, m_parameters);
        }
    }

    /** @param gammaTable the second table, null if none is connected */
    Gammas choose(final BufferedDataTable table, final BufferedDataTable gammaTable, final ProgressMonitor progress)
        throws AsdException, InvalidSettingsException {
        final DataTableSpec spec = table.getDataTableSpec();
        check(spec, gammaTable == null ? null : gammaTable.getDataTableSpec());
        return switch (m_parameters.m_gammaMode) {
            case FIXED -> Gammas.fixed(m_parameters.m_gamma);
            case TABLE -> GammaTable.read(gammaTable, m_parameters);
            // a clip that is known to be anomalous is no normal clip, whatever its row says
            case LABEL_FREE -> LabelFreeChoice.choose(new PairReader(spec, m_parameters)
                .read(table, pair -> pair.label() != Label.ANOMALY, progress));
            case GRID_SEARCH -> new GridSearch(m_parameters.m_searchFrom, m_parameters.m_searchTo,
                m_parameters.m_searchStep, MAX_FPR).choose(
                    new PairReader(spec, m_parameters).read(table, pair -> true,
                        progress.part(0, 0.2)),
                    progress.part(0.2, 1));
        };
    }
}
