package org.geco.asd.nodes.fusion;

import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.Label;
import org.geco.asd.fusion.Gammas;
import org.geco.asd.fusion.GridSearch;
import org.geco.asd.fusion.LabelFreeChoice;
import org.geco.asd.fusion.ScorePair;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.table.ClipReader;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** Chooses γ as the user wants it. */
final class GammaChoice {
    private static final double MAX_FPR = 0.1;

    private final ScoreFusionNodeParameters m_parameters;
    private final FusedPair m_pair;

    GammaChoice(final ScoreFusionNodeParameters parameters, final FusedPair pair) {
        m_parameters = parameters;
        m_pair = pair;
    }

    /** @param gammaSpec spec of the second table, null if none is connected */
    void check(final DataTableSpec spec, final DataTableSpec gammaSpec) throws InvalidSettingsException {
        switch (m_parameters.m_gammaMode) {
            case FIXED -> {
                // nothing but the number itself
            }
            case TABLE -> {
                if (gammaSpec == null) {
                    throw NodeFailures.settings("γ is to be read from a table, but none is connected.",
                        "Connect a table with machine types and γ to the second input.", "Or use a fixed γ.");
                }
                GammaTable.check(gammaSpec, m_parameters.m_tableMachineType, m_parameters.m_tableGamma);
            }
            case LABEL_FREE, GRID_SEARCH -> reader(spec);
        }
    }

    /** @param gammaTable the second table, null if none is connected */
    Gammas choose(final BufferedDataTable table, final BufferedDataTable gammaTable, final ProgressMonitor progress)
        throws AsdException, InvalidSettingsException {
        check(table.getDataTableSpec(), gammaTable == null ? null : gammaTable.getDataTableSpec());
        return switch (m_parameters.m_gammaMode) {
            case FIXED -> Gammas.fixed(m_parameters.m_gamma);
            case TABLE -> GammaTable.read(gammaTable, m_parameters);
            // a clip that is known to be anomalous is no normal clip, whatever its row says
            case LABEL_FREE -> LabelFreeChoice
                .choose(pairs(table, progress).stream().filter(pair -> pair.label() != Label.ANOMALY).toList());
            case GRID_SEARCH -> new GridSearch(m_parameters.m_searchFrom, m_parameters.m_searchTo,
                m_parameters.m_searchStep, MAX_FPR, m_parameters.m_criterion.meaning())
                    .choose(pairs(table, progress.part(0, 0.2)), progress.part(0.2, 1));
        };
    }

    private ClipReader reader(final DataTableSpec spec) throws InvalidSettingsException {
        return new ClipReader(spec, m_parameters.input(),
            List.of(m_pair.error(), m_pair.distance()));
    }

    private List<ScorePair> pairs(final BufferedDataTable table, final ProgressMonitor progress)
        throws AsdException, InvalidSettingsException {
        return reader(table.getDataTableSpec()).read(table, progress).stream().map(
            clip -> new ScorePair(clip.machine(), clip.label(), clip.scores().get(0), clip.scores().get(1))).toList();
    }
}
