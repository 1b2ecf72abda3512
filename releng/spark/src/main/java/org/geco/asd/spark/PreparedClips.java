package org.geco.asd.spark;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

import org.apache.spark.sql.Row;
import org.geco.asd.audio.Section;
import org.geco.asd.cluster.Hashes;
import org.geco.asd.cluster.SpectrogramFiles;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.Seeds;
import org.geco.asd.dataset.HeldOut;
import org.geco.asd.engine.NamedClip;
import org.geco.asd.outlier.VectorSample;

import scala.collection.JavaConverters;
import scala.collection.Seq;

/** What {@link PrepareWork} found: clips that can be used, in their order, of which some are held out. */
final class PreparedClips {
    private final List<Prepared> m_clips;

    private record Prepared(TrainingClips.Clip clip, String content, List<double[]> vectors) { }

    private PreparedClips(final List<Prepared> clips) {
        m_clips = clips;
    }

    /**
     * @param rows in the order of the clips
     * @param share of each machine's recordings that is held out, chosen as by the node Sound Clip Reader
     * @param tell hears of clips that cannot be used
     */
    static PreparedClips of(final Iterator<Row> rows, final double share, final long seed,
        final Consumer<String> tell) throws AsdException {
        HeldOut.check(share);
        final List<Row> all = new ArrayList<>();
        rows.forEachRemaining(all::add);
        final boolean[] heldOut = HeldOut.choose(all.size(), i -> ClipList.named(all.get(i)).machine(),
            i -> Section.path(ClipList.named(all.get(i)).path()), share, new Seeds(seed), tell);
        final List<Prepared> usable = new ArrayList<>();
        int bad = 0;
        for (int i = 0; i < all.size(); i++) {
            final Row row = all.get(i);
            final String content = row.getAs(PrepareWork.CONTENT);
            if (content == null) {
                bad++;
                tell.accept("Left out: " + row.getAs(Work.REASON));
            } else {
                usable.add(new Prepared(new TrainingClips.Clip(ClipList.named(row), heldOut[i]), content,
                    vectors(row)));
            }
        }
        Checks.require(!usable.isEmpty(), "None of the " + all.size() + " clips can be used.",
            "See above why, and name other recordings.");
        tell.accept(usable.size() + " of " + all.size() + " clips can be used"
            + (bad == 0 ? "" : ", " + bad + (bad == 1 ? " is" : " are") + " left out") + "; "
            + usable.stream().filter(each -> each.clip().heldOut()).count() + " are held out");
        return new PreparedClips(usable);
    }

    private static List<double[]> vectors(final Row row) {
        final List<double[]> vectors = new ArrayList<>();
        for (final Seq<Double> vector : row.<Seq<Double>> getList(row.fieldIndex(PrepareWork.VECTORS))) {
            vectors.add(vector == null ? new double[0]
                : JavaConverters.seqAsJavaList(vector).stream().mapToDouble(Double::doubleValue).toArray());
        }
        return vectors;
    }

    /** @return what networks are trained on */
    TrainingClips training(final SpectrogramFiles files) {
        return new TrainingClips(files, new ArrayList<>(m_clips.stream().map(Prepared::clip).toList()));
    }

    List<NamedClip> all() {
        return m_clips.stream().map(each -> each.clip().clip()).toList();
    }

    List<NamedClip> heldOut() {
        return m_clips.stream().map(Prepared::clip).filter(TrainingClips.Clip::heldOut)
            .map(TrainingClips.Clip::clip).toList();
    }

    /** @return the vectors of one kind of statistics */
    List<VectorSample> vectors(final int which) {
        return m_clips.stream().map(each -> new VectorSample(
            each.clip().clip().machine(), each.vectors().get(which).length == 0
                ? Outcome.<double[]> failed("The clip has no statistics.") : Outcome.of(each.vectors().get(which))))
            .toList();
    }

    /** @return what tells these clips from others: their names, machines, contents, which are held out */
    String fingerprint() {
        final StringBuilder text = new StringBuilder();
        m_clips.forEach(each -> text.append(each.clip()).append(each.content()).append('\n'));
        return m_clips.size() + " clips " + Hashes.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
