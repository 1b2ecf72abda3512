package org.geco.asd.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.apache.spark.sql.Row;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.dataset.Dataset;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.NamingScheme;
import org.geco.asd.dataset.SoundClip;
import org.geco.asd.dataset.Split;
import org.geco.asd.engine.NamedClip;

/** Which normal recordings there are to learn from; tells what is left out, and why. */
final class NormalClips {
    private final ClipList m_list;
    private final Consumer<String> m_tell;

    NormalClips(final ClipList list, final Consumer<String> tell) {
        m_list = list;
        m_tell = tell;
    }

    /** @return the recordings of a folder that are named as normal ones to train on, sorted by path */
    List<NamedClip> folder(final String folder, final List<NamingScheme> schemes) throws AsdException {
        final ClipList.Found found = m_list.found(folder, schemes);
        final Dataset dataset = found.dataset();
        if (!dataset.unmatched().isEmpty()) {
            m_tell.accept(dataset.unmatched().size() + " of "
                + (dataset.unmatched().size() + dataset.clips().size())
                + " sound files are left out, named differently from " + dataset.scheme() + ", for example '"
                + found.names().get(dataset.unmatched().get(0)) + "'");
        }
        final List<SoundClip> training =
            dataset.clips().stream().filter(clip -> clip.split() == Split.TRAIN).toList();
        Checks.require(!training.isEmpty(), "None of the " + dataset.clips().size() + " recordings in '" + folder
            + "' is one to train on, by its name as in " + dataset.scheme() + ".",
            "Name the folder of normal recordings, and how they are named with --names.");
        final List<SoundClip> normal = training.stream().filter(clip -> clip.label() != Label.ANOMALY).toList();
        leftOut(training.size() - normal.size(), training.size(), "are labelled as anomalies");
        return normal.stream().map(found::named).toList();
    }

    /** @return the recordings that a list names, in its order */
    List<NamedClip> table(final String table) throws AsdException {
        final List<Row> rows = m_list.rows(table);
        final List<NamedClip> clips = new ArrayList<>();
        String first = "";
        for (final Row row : rows) {
            if (row.anyNull()) {
                first = first.isEmpty() ? row.toString() : first;
            } else {
                clips.add(ClipList.named(row));
            }
        }
        leftOut(rows.size() - clips.size(), rows.size(), "lack their path or their machine, for example " + first);
        Checks.require(!clips.isEmpty(), "The list '" + table + "' has no row with a path and a machine.",
            "List normal recordings to learn from.");
        return clips;
    }

    private void leftOut(final int count, final int all, final String why) {
        if (count > 0) {
            m_tell.accept(count + " of " + all + " recordings are left out: they " + why);
        }
    }
}
