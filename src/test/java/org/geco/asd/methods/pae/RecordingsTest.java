package org.geco.asd.methods.pae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.geco.asd.audio.AudioFiles;
import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.evaluation.LabelledScores;
import org.geco.asd.evaluation.RocCurve;
import org.geco.asd.learn.Training;
import org.geco.asd.mel.LogMelExtractor;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.junit.jupiter.api.Test;

/** A quickly trained PAE on recordings of drones, which the method must tell apart. */
class RecordingsTest {

    private static final Path RECORDINGS = Path.of("..", "shared", "machine-sounds", "uav");

    @Test
    void detectsBrokenDrones() throws Exception {
        assumeTrue(Files.isDirectory(RECORDINGS), "no recordings at ../shared/machine-sounds: detection not checked");
        final List<Spectrogram> clips = new ArrayList<>();
        final List<MachineId> machines = new ArrayList<>();
        for (final Path file : files("train", "")) {
            clips.add(spectrogram(file));
            machines.add(new MachineId("uav", id(file)));
        }
        final PaeModel model = Training.run(new PaeLearner(PaeSettings.of(PaeArchitecture.SMALL, 4, 128, 5)),
            Synthetic.source(clips, machines), ProgressMonitor.NONE, report -> { });
        assertThat(model.type("uav").ids()).containsExactly("00", "01");
        try (PaeScorer scorer = new PaeScorer(model)) {
            for (final String id : model.type("uav").ids()) {
                final double auc = RocCurve.of(new LabelledScores(scores(scorer, "normal_id_" + id),
                    scores(scorer, "anomaly_id_" + id))).auc();
                assertThat(auc).as("AUC of uav %s", id).isGreaterThanOrEqualTo(0.95);
            }
        }
    }

    private static double[] scores(final PaeScorer scorer, final String prefix) throws IOException, AsdException {
        final List<Path> files = files("test", prefix);
        final double[] scores = new double[files.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Synthetic.score(scorer, "uav", spectrogram(files.get(i)));
        }
        assertThat(scores).isNotEmpty();
        return scores;
    }

    private static List<Path> files(final String split, final String prefix) throws IOException {
        try (Stream<Path> files = Files.list(RECORDINGS.resolve(split))) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix)).sorted().toList();
        }
    }

    /** normal_id_00_00000000.wav */
    private static String id(final Path file) {
        return file.getFileName().toString().split("_")[2];
    }

    private static Spectrogram spectrogram(final Path file) throws AsdException {
        return new LogMelExtractor(MelSettings.PAPER).extract(AudioFiles.read(file, ChannelChoice.MEAN, 16000));
    }
}
