package org.geco.asd.nodes.fusion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.fusion.Gamma;
import org.geco.asd.fusion.Gammas;
import org.geco.asd.fusion.ScorePair;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.predict.ScoredClips;
import org.geco.asd.nodes.table.ClipPlace;
import org.geco.asd.nodes.table.ScoreCells;
import org.geco.asd.nodes.view.ShownRows;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;

/** Where the table of fused scores has what, −1 for what it lacks, and the γ: kept for the node's view. */
record FusedTable(ClipPlace place, int type, int id, int split, int label, int error, int distance, int score,
    List<GammaOf> gammas, boolean usesLabels) {
    /** A machine type's γ, and how it was chosen. */
    record GammaOf(String type, double value, String detail) { }

    static FusedTable of(final DataTableSpec spec, final ScoreFusionNodeParameters parameters,
        final SortedSet<String> types, final Gammas gammas, final boolean usesLabels) throws AsdException {
        final List<GammaOf> all = new ArrayList<>();
        for (final String type : types) {
            final Gamma gamma = gammas.of(type);
            all.add(new GammaOf(type, gamma.value(), gamma.detail()));
        }
        return new FusedTable(ClipPlace.on(spec), find(spec, parameters.m_machineType),
            find(spec, parameters.m_machineId), find(spec, Columns.SPLIT), find(spec, Columns.LABEL),
            spec.findColumnIndex(parameters.m_paeScore), spec.findColumnIndex(parameters.m_gecoScore),
            spec.getNumColumns(), all, usesLabels);
    }

    private static int find(final DataTableSpec spec, final String column) {
        return Columns.find(spec, column, StringValue.class);
    }

    /** @return the γ of a machine type: its own, or the only one */
    Optional<GammaOf> gamma(final String machineType) {
        return gammas.stream().filter(gamma -> gamma.type().equals(machineType)).findFirst()
            .or(() -> Optional.of(gammas.get(0)).filter(gamma -> gamma.type().equals(FusionColumns.ALL)));
    }

    ScorePair pair(final DataRow row) {
        final String text = ShownRows.text(row, label);
        return new ScorePair(new MachineId(type < 0 ? FusionColumns.ALL : ShownRows.text(row, type),
            ShownRows.text(row, id)),
            text.equals(Columns.ANOMALY) ? Label.ANOMALY : text.equals(Columns.NORMAL) ? Label.NORMAL : Label.UNKNOWN,
            ScoreCells.value(row.getCell(error)), ScoreCells.value(row.getCell(distance)));
    }

    /** @return what the page calls a clip of this split and label */
    String kind(final DataRow row) {
        return ScoredClips.kind(ShownRows.text(row, split), ShownRows.text(row, label));
    }
}
