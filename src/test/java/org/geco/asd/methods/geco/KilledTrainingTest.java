package org.geco.asd.methods.geco;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.learn.Interruption;
import org.geco.asd.learn.Training;
import org.geco.asd.learn.TrainingOptions;
import org.geco.asd.learn.history.TrainingListener;
import org.geco.asd.methods.pae.PaeLearner;
import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.methods.pae.Synthetic;
import org.geco.asd.nn.runtime.JavaProcess;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The power fails: a process that trains is killed, and another one goes on. */
class KilledTrainingTest {

    private static final int EPOCHS = 10;

    private static final int EVERY = 2;

    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    private Path m_folder;

    /** @return the model's bytes */
    private static byte[] train(final String what, final TrainingOptions<PaeModel> pae,
        final TrainingOptions<GecoModel> geco, final ProgressMonitor progress, final TrainingListener listener)
        throws Exception {
        if (what.equals("geco")) {
            return TinyGeco.bytes(Training.run(new GecoLearner(TinyGeco.settings(EPOCHS, 3), TinyGeco.pae()),
                TinyGeco.source(), geco, progress, listener));
        }
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final PaeModel model = Training.run(new PaeLearner(Synthetic.settings(EPOCHS, 3)), Synthetic.source(4, "fan"),
            pae, progress, listener);
        model.with(model.provenance().orElseThrow().repeatable()).write(out);
        return out.toByteArray();
    }

    /** Trains slowly, until somebody kills the process. */
    public static void main(final String[] args) throws Exception {
        final Path folder = Path.of(args[1]);
        train(args[0], Interruption.checkpoints(folder, EVERY), Interruption.checkpoints(folder, EVERY),
            new ProgressMonitor() {
                @Override
                public void report(final double fraction, final String message) {
                    try {
                        Thread.sleep(100);
                    } catch (final InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }

                @Override
                public void checkCanceled() {
                    // only a kill ends this
                }
            }, report -> { });
    }

    private void killAfterAFewEpochs(final String what) throws Exception {
        final File log = m_folder.resolve("log").toFile();
        final Process child = JavaProcess.of(KilledTrainingTest.class, 500, List.of(what, m_folder.toString()))
            .redirectOutput(log).start();
        try {
            final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (checkpoints() == 0 && child.isAlive() && System.nanoTime() < end) {
                Thread.sleep(20);
            }
            assertThat(child.isAlive()).as("it trained until it was killed: " + Files.readString(log.toPath()))
                .isTrue();
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private long checkpoints() throws Exception {
        try (Stream<Path> files = Files.list(m_folder)) {
            return files.filter(file -> file.toString().endsWith(".checkpoint")).count();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pae", "geco"})
    void anotherProcessGoesOnToTheSameWeights(final String what) throws Exception {
        killAfterAFewEpochs(what);
        assertThat(checkpoints()).isPositive();
        final Interruption.Log log = new Interruption.Log();
        final byte[] resumed = train(what, Interruption.checkpoints(m_folder, EVERY),
            Interruption.checkpoints(m_folder, EVERY), ProgressMonitor.NONE, log);
        assertThat(log.warnings()).anyMatch(w -> w.contains("taken up again after epoch"));
        assertThat(log.history()).hasSize(EPOCHS);
        assertThat(resumed).isEqualTo(
            train(what, TrainingOptions.none(), TrainingOptions.none(), ProgressMonitor.NONE, report -> { }));
    }
}
