package org.geco.asd.monitor;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.geco.asd.dataset.MachineId;

/** Judged clips without sound: 10 s each, ten minutes apart, anomalous from a score of 3. */
final class Nights {

    static final MachineId FAN = new MachineId("fan", "00");

    static final LocalDateTime START = LocalDateTime.of(2026, 11, 26, 1, 0);

    static final EventRule TWO_OF_THREE = new EventRule(2, 3, Duration.ofMinutes(30));

    static final MonitorSettings SETTINGS = new MonitorSettings(TWO_OF_THREE, 30, false, 0.01);

    private Nights() {
    }

    static JudgedClip clip(final MachineId machine, final LocalDateTime from, final double score) {
        return new JudgedClip(new ClipKey(machine, "/night/" + machine + "/" + from + ".wav", 0), from,
            from.plusSeconds(10), score, Optional.of(1 / (1 + score)), Optional.of(3.0), score >= 3,
            Optional.empty(),
            Optional.of(new FileState(320_044, 1_000)));
    }

    static List<JudgedClip> clips(final MachineId machine, final LocalDateTime start, final double... scores) {
        final List<JudgedClip> clips = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            clips.add(clip(machine, start.plusMinutes(10L * i), scores[i]));
        }
        return clips;
    }

    static Monitor.Night night(final LocalDateTime started, final List<JudgedClip> clips) {
        return new Monitor.Night(started, "d1", clips, 0.05, Map.of());
    }
}
