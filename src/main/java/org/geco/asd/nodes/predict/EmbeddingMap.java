package org.geco.asd.nodes.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.geco.asd.dataset.MachineId;
import org.geco.asd.outlier.Projection;

/**
 * Where clips of a machine type lie among each other.
 *
 * @param shares part of the variance of the embeddings that each coordinate holds
 */
record EmbeddingMap(double[] shares, List<Point> points) {
    /** The nearest clip is looked for among so many of a machine. */
    private static final int MOST_COMPARED = 200;

    /** A clip and its embedding. */
    record Placed(ScoredClips.Row clip, double[] embedding) {
        boolean isNormal() {
            return ScoredClips.isNormal(clip.split(), clip.label());
        }
    }

    /** A clip, and the row of the nearest normal clip of the same machine, other than itself; −1 if there is none. */
    record Point(ScoredClips.Row clip, float x, float y, int nearest) { }

    static EmbeddingMap of(final List<Placed> clips) {
        final Projection plane = Projection.of(clips.stream().map(Placed::embedding).toList());
        final Map<MachineId, List<Placed>> normal = clips.stream().filter(Placed::isNormal)
            .collect(Collectors.groupingBy(placed -> placed.clip().machine()));
        final List<Point> points = new ArrayList<>();
        for (final Placed placed : clips) {
            final double[] place = plane.places()[points.size()];
            points.add(new Point(placed.clip(), (float)place[0], (float)place[1],
                nearest(placed, normal.getOrDefault(placed.clip().machine(), List.of()))));
        }
        return new EmbeddingMap(plane.shares(), points);
    }

    private static int nearest(final Placed clip, final List<Placed> normal) {
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (final Placed other : normal.subList(0, Math.min(MOST_COMPARED, normal.size()))) {
            final double distance = other.clip().index() == clip.clip().index() ? least
                : squaredDistance(clip.embedding(), other.embedding(), least);
            if (distance < least) {
                least = distance;
                nearest = other.clip().index();
            }
        }
        return nearest;
    }

    /** @return the distance, or anything from the least one on */
    private static double squaredDistance(final double[] a, final double[] b, final double least) {
        double sum = 0;
        for (int i = 0; i < a.length && sum < least; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }
}
