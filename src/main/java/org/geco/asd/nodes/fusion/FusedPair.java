package org.geco.asd.nodes.fusion;

import java.util.ArrayList;
import java.util.List;

import org.geco.asd.nodes.table.MemberScore;
import org.knime.core.data.DataTableSpec;

/**
 * Columns of two scores and of what they are fused to: those of the settings first, then those of each member of an
 * ensemble that has columns of its own; a score without gives its own to all.
 */
record FusedPair(String error, String distance, String output) {
    static List<FusedPair> of(final DataTableSpec spec, final ScoreFusionNodeParameters parameters) {
        final FusedPair whole =
            new FusedPair(parameters.m_paeScore, parameters.m_gecoScore, parameters.m_outputColumn.strip());
        final List<FusedPair> pairs = new ArrayList<>(List.of(whole));
        for (FusedPair pair = whole.member(spec, 1); pair.isOther(whole); pair = whole.member(spec, pairs.size())) {
            pairs.add(pair);
        }
        return pairs;
    }

    private FusedPair member(final DataTableSpec spec, final int member) {
        return new FusedPair(member(spec, error, member), member(spec, distance, member),
            new MemberScore(output, member).column());
    }

    private static String member(final DataTableSpec spec, final String score, final int member) {
        final String column = new MemberScore(score, member).column();
        return spec.containsName(column) ? column : score;
    }

    private boolean isOther(final FusedPair pair) {
        return !error.equals(pair.error) || !distance.equals(pair.distance);
    }
}
