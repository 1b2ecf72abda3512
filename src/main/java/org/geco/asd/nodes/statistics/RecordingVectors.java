package org.geco.asd.nodes.statistics;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.geco.asd.cluster.ClusterExtractor;
import org.geco.asd.cluster.ClusterSettings;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.mel.Features;
import org.geco.asd.nodes.cluster.ListedTable;
import org.geco.asd.nodes.knime.BadClips;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.nodes.logmel.SoundWarnings;
import org.geco.asd.nodes.table.ClipPlace;
import org.geco.asd.nodes.table.VectorCells;
import org.geco.asd.statistics.SpectralStatistics;
import org.geco.asd.statistics.StatisticsSettings;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;

/** Statistics of recordings, whose spectrograms are not kept; counts what is bad or suspicious. */
final class RecordingVectors {
    private final ClipPlace m_place;
    private final Features m_features;
    private final StatisticsSettings m_statistics;
    private final BadClips m_bad = new BadClips();
    private final SoundWarnings m_sounds = new SoundWarnings();

    private RecordingVectors(final ClipPlace place, final Features features, final StatisticsSettings statistics) {
        m_place = place;
        m_features = features;
        m_statistics = statistics;
    }

    /** Those that a node's settings ask for; fails if they cannot be used. */
    static RecordingVectors of(final DataTableSpec spec, final SpectralStatisticsNodeParameters parameters)
        throws AsdException, InvalidSettingsException {
        return new RecordingVectors(
            ClipPlace.on(spec, Columns.require(spec, Titles.PATH, parameters.m_path, StringValue.class)),
            parameters.m_signal.features(parameters.m_mel.settings()), parameters.m_statistics.settings());
    }

    /** @return the table with one more column, filled by a cluster if there is one */
    BufferedDataTable append(final BufferedDataTable table, final DataColumnSpec column, final ExecutionContext exec,
        final Optional<ClusterSettings> cluster) throws AsdException, CanceledExecutionException {
        if (cluster.isPresent()) {
            return new ListedTable(table, m_place).<double[]>append(column, exec,
                (sounds, to, progress) -> new ClusterExtractor(cluster.get()).statistics(m_features, m_statistics,
                    sounds, to, progress),
                (row, index, vector, facts) -> {
                    facts.ifPresent(known -> m_sounds.add(index, known));
                    return m_bad.cell(index, vector, VectorCells::list);
                });
        }
        final Features.Extractor extractor = new Features.Extractor(m_features);
        final SpectralStatistics statistics = new SpectralStatistics(m_statistics);
        return SpectralStatisticsNodeFactory.append(table, column, exec,
            (row, index) -> m_bad.cell(index, vector(extractor, statistics, row, index), VectorCells::list));
    }

    private Outcome<double[]> vector(final Features.Extractor extractor, final SpectralStatistics statistics,
        final DataRow row, final long index) {
        return m_place.sound(row)
            .flatMap(sound -> Outcome.attempt(() -> extractor.of(sound, facts -> m_sounds.add(index, facts))))
            .flatMap(spectrogram -> {
                m_sounds.add(index, m_place.of(row), spectrogram);
                return statistics.of(spectrogram);
            });
    }

    /** @return the warnings that count the clips of so many that are bad or suspicious */
    List<String> warnings(final long clips) {
        return Stream.concat(m_bad.warning(clips, SpectralStatisticsNodeFactory.WITHOUT).stream(),
            m_sounds.of(clips).stream()).toList();
    }
}
