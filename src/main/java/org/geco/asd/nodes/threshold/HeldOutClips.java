package org.geco.asd.nodes.threshold;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.evaluation.ScoredClip;
import org.geco.asd.nodes.knime.BadClips;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.knime.NodeWarnings;
import org.geco.asd.nodes.knime.Titles;

/** The scores of each machine's normal clips. */
record HeldOutClips(Map<MachineId, double[]> scores) {
    /** Warns of clips that are labelled anomalous or have no score, which are left out. */
    static HeldOutClips of(final List<ScoredClip> clips, final NodeWarnings warnings) {
        final Map<MachineId, List<Double>> scores = new TreeMap<>();
        final BadClips missing = new BadClips();
        int anomalous = 0;
        for (int i = 0; i < clips.size(); i++) {
            final ScoredClip clip = clips.get(i);
            if (clip.label() == Label.ANOMALY) {
                anomalous++;
                continue;
            }
            final List<Double> machine = scores.computeIfAbsent(clip.machine(), m -> new ArrayList<>());
            final Outcome<Double> score = clip.scores().get(0);
            if (score.isPresent()) {
                machine.add(score.value());
            } else {
                missing.add(i, score.reason());
            }
        }
        if (anomalous > 0) {
            warnings.add(anomalous + " of " + clips.size() + " clips were left out because they are labelled as "
                + "anomalous: thresholds are learned from normal clips. Check the setting \"" + Titles.ROWS + "\".");
        }
        warnings.add(missing.warning(clips.size(), "clips have no score and were left out")
            .map(NodeFailures::sentence));
        final Map<MachineId, double[]> arrays = new TreeMap<>();
        scores.forEach((machine, values) -> arrays.put(machine,
            values.stream().mapToDouble(Double::doubleValue).toArray()));
        return new HeldOutClips(arrays);
    }
}
