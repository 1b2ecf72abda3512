package org.geco.asd.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.evaluation.ScoredClip;

/** Reports of made-up clips, for tests and for looking at. */
final class SampleReport {

    static final List<String> SCORES = List.of("PAE score", "GeCo score", "Anomaly score");

    static final ReportSettings SETTINGS =
        new ReportSettings("Anomalous sounds", "", "Two pumps and two fans.", 0.1, 20);

    private SampleReport() {
    }

    static Report labelled() {
        final List<ScoredClip> clips = new ArrayList<>();
        clips.addAll(machine("fan", "00", 100, 80, 1.0, false));
        clips.addAll(machine("fan", "02", 100, 90, 2.2, false));
        clips.addAll(machine("pump", "00", 9, 12, 3.5, false));
        clips.addAll(machine("pump", "04", 20, 0, 1, false));
        clips.add(new ScoredClip("/data/pump/test/anomaly_id_00_00000099.wav", new MachineId("pump", "00"),
            Label.ANOMALY, List.of(Outcome.failed("the file is empty"), Outcome.failed(
                "the file is empty"), Outcome.failed("the file is empty"))));
        return Report.of(SETTINGS, SCORES, clips);
    }

    static Report unlabelled() {
        final List<ScoredClip> clips = new ArrayList<>();
        clips.addAll(machine("compressor", "hall 3", 60, 3, 5, true));
        clips.addAll(machine("compressor", "hall 4", 40, 0, 5, true));
        return Report.of(SETTINGS, SCORES, clips);
    }

    private static List<ScoredClip> machine(final String type, final String id, final int normals,
        final int anomalies, final double shift, final boolean unlabelled) {
        final Random random = new Random(type.hashCode() + id.hashCode());
        final List<ScoredClip> clips = new ArrayList<>();
        for (int i = 0; i < normals + anomalies; i++) {
            final boolean anomalous = i >= normals;
            final Label label = unlabelled ? Label.UNKNOWN : anomalous ? Label.ANOMALY : Label.NORMAL;
            final double error = 28 + 4 * random.nextGaussian() + (anomalous ? 2.5 * shift : 0);
            final double distance = Math.abs(0.03 * random.nextGaussian()) + (anomalous ? 0.03 * shift : 0);
            final String name = (anomalous ? "anomaly" : "normal") + String.format("_id_%s_%08d.wav", id, i);
            clips.add(new ScoredClip("/data/" + type + "/test/" + name, new MachineId(type, id), label,
                List.of(Outcome.number(error), Outcome.number(distance),
                    Outcome.number(error + 200 * distance))));
        }
        return clips;
    }
}
