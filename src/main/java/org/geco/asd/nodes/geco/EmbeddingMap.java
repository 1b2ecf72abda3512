package org.geco.asd.nodes.geco;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.ClipScore;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.predict.ForView;
import org.geco.asd.nodes.predict.ScoredClips;
import org.geco.asd.nodes.predict.ScoredColumns;
import org.geco.asd.nodes.view.ShownRows;
import org.geco.asd.outlier.Projection;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;

/**
 * Where clips lie among those of their machine type, and which normal one of their machine is nearest: for the view, of
 * the embeddings that scores are made of, which are not kept. Of more clips than {@link #MOST} a random part.
 */
final class EmbeddingMap implements ForView {
    static final int MOST = 5000;

    /** The nearest clip is looked for among so many of a machine. */
    private static final int MOST_COMPARED = 200;

    private final int m_split;
    private final int m_label;
    private final List<Place> m_places = new ArrayList<>();
    private final SplittableRandom m_random = new SplittableRandom(0);
    private long m_count;

    /** A clip, by the index of its row, whether it is known to be normal, and its embedding. */
    private record Place(int row, MachineId machine, boolean normal, float[] embedding) { }

    /** What is kept; the clips are those that were scored. */
    record Map(ScoredColumns columns, long clips, List<OfType> types) { }

    /**
     * The clips of a machine type.
     *
     * @param shares part of the variance of the embeddings that each coordinate holds
     * @param rows index of each clip's row in the scored table, ascending
     * @param x first coordinate of each
     * @param y second coordinate
     * @param nearest row of the nearest normal clip of the same machine, other than itself; −1 if there is none
     */
    record OfType(String type, double[] shares, int[] rows, float[] x, float[] y, int[] nearest) { }

    EmbeddingMap(final DataTableSpec spec) {
        m_split = Columns.find(spec, Columns.SPLIT, StringValue.class);
        m_label = Columns.find(spec, Columns.LABEL, StringValue.class);
    }

    @Override
    public void scored(final int index, final DataRow row, final MachineId machine, final ClipScore score) {
        final Place place = new Place(index, machine,
            ScoredClips.isNormal(ShownRows.text(row, m_split), ShownRows.text(row, m_label)),
            score.embedding().orElseThrow());
        m_count++;
        if (m_places.size() < MOST) {
            m_places.add(place);
        } else { // every clip is as likely to stay (Vitter's algorithm R)
            final long other = m_random.nextLong(m_count);
            if (other < MOST) {
                m_places.set((int)other, place);
            }
        }
    }

    @Override
    public Map kept(final ScoredColumns columns) {
        return new Map(columns, m_count,
            m_places.stream().sorted(Comparator.comparingInt(Place::row))
                .collect(Collectors.groupingBy(place -> place.machine().type(), TreeMap::new, Collectors.toList()))
                .entrySet().stream().map(type -> laidOut(type.getKey(), type.getValue())).toList());
    }

    private static OfType laidOut(final String type, final List<Place> places) {
        final Projection plane = Projection.of(places.stream().map(place -> IntStream
            .range(0, place.embedding().length).mapToDouble(i -> place.embedding()[i]).toArray()).toList());
        final java.util.Map<MachineId, List<Place>> normal =
            places.stream().filter(Place::normal).collect(Collectors.groupingBy(Place::machine));
        final float[] x = new float[places.size()];
        final float[] y = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float)plane.places()[i][0];
            y[i] = (float)plane.places()[i][1];
        }
        return new OfType(type, plane.shares(), places.stream().mapToInt(Place::row).toArray(), x, y,
            places.stream().mapToInt(place -> nearest(place, normal.getOrDefault(place.machine(), List.of())))
                .toArray());
    }

    private static int nearest(final Place place, final List<Place> normal) {
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (final Place other : normal.subList(0, Math.min(MOST_COMPARED, normal.size()))) {
            final double distance =
                other.row() == place.row() ? least : squaredDistance(place.embedding(), other.embedding(), least);
            if (distance < least) {
                least = distance;
                nearest = other.row();
            }
        }
        return nearest;
    }

    /** @return the distance, or anything from the least one on */
    private static double squaredDistance(final float[] a, final float[] b, final double least) {
        double sum = 0;
        for (int i = 0; i < a.length && sum < least; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }
}
