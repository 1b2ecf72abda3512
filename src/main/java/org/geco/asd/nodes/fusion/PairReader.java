package org.geco.asd.nodes.fusion;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.evaluation.ScoredClip;
import org.geco.asd.fusion.ScorePair;
import org.geco.asd.nodes.table.ClipReader;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** Reads the two scores of the clips that γ is chosen on. */
final class PairReader {

    private final ClipReader m_reader;

    PairReader(final DataTableSpec spec, final ScoreFusionNodeParameters parameters)
        throws InvalidSettingsException {
        m_reader = new ClipReader(spec, parameters.input(), List.of(parameters.m_paeScore, parameters.m_gecoScore));
    }

    List<ScorePair> read(final BufferedDataTable table, final Predicate<ScorePair> which,
        final ProgressMonitor progress) throws AsdException {
        final List<ScorePair> pairs = new ArrayList<>();
        for (final ScoredClip clip : m_reader.read(table, progress)) {
            final ScorePair pair =
                new ScorePair(clip.machine(), clip.label(), clip.scores().get(0), clip.scores().get(1));
            if (which.test(pair)) {
                pairs.add(pair);
            }
        }
        return pairs;
    }
}
