package org.geco.asd.learn.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.files.Tensor;
import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.learn.stop.Best;
import org.geco.asd.learn.stop.StopRules;
import org.geco.asd.nn.tensor.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFilesTest {

    private static final Fingerprint TRAINING =
        Fingerprint.of("the PAE of fan").with("random seed", 3).with("epochs", 60);

    /** Settings of any kind. */
    private static final Record RULES = StopRules.NONE;

    @TempDir
    private Path m_folder;

    private final List<String> m_warnings = new ArrayList<>();

    private CheckpointStore store(final String name) throws AsdException {
        final CheckpointSettings settings = new CheckpointSettings(Optional.of(m_folder), 1, false);
        settings.check();
        return settings.store(name, TRAINING);
    }

    private static Weights weights(final float value) {
        final float[] values = {value, -value, Float.MIN_VALUE};
        return Weights.of(Map.of("w", new Tensor(new long[]{3}, values)));
    }

    private static Checkpoint checkpoint(final int epochs) {
        final List<EpochReport> history = new ArrayList<>();
        for (int epoch = 1; epoch <= epochs; epoch++) {
            history.add(new EpochReport("fan", epoch, Map.of("loss", 1.0 / epoch, "nothing", Double.NaN)));
        }
        return new Checkpoint(TRAINING, epochs, false, weights(epochs), Optional.of(new Best(1, 0.5, weights(1))),
            history);
    }

    private static float value(final Weights weights) {
        return weights.get("w").values()[0];
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(m_folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void whatWasWrittenIsFoundAgain() throws Exception {
        final CheckpointStore store = store("pae-fan");
        assertThat(store.latest(TRAINING, m_warnings::add)).isEmpty();
        store.write(checkpoint(2));
        final Checkpoint found = store("pae-fan").latest(TRAINING, m_warnings::add).orElseThrow();
        assertThat(found.epochs()).isEqualTo(2);
        assertThat(found.finished()).isFalse();
        assertThat(found.history()).isEqualTo(checkpoint(2).history());
        assertThat(found.weights().get("w").values()).containsExactly(2, -2, Float.MIN_VALUE);
        assertThat(found.best().orElseThrow().loss()).isEqualTo(0.5);
        assertThat(value(found.best().orElseThrow().weights())).isEqualTo(1);
        assertThat(store("pae-pump").latest(TRAINING, m_warnings::add)).isEmpty();
        assertThat(m_warnings).isEmpty();
    }

    @Test
    void theLastTwoAreKeptAndAllCanBeRemoved() throws Exception {
        final CheckpointStore store = store("pae-fan");
        store("pae-fan.2").write(checkpoint(1));
        for (final int epochs : new int[]{8, 9, 10, 100}) {
            store.write(checkpoint(epochs));
        }
        assertThat(files()).extracting(file -> file.getFileName().toString()).containsExactly(
            "pae-fan.00010.checkpoint", "pae-fan.00100.checkpoint", "pae-fan.2.00001.checkpoint");
        assertThat(store.latest(TRAINING, m_warnings::add).orElseThrow().epochs()).isEqualTo(100);
        Files.createFile(m_folder.resolve("pae-fan.00101.checkpoint.part"));
        assertThat(store.latest(TRAINING, m_warnings::add).orElseThrow().epochs()).isEqualTo(100);
        store.remove();
        assertThat(files()).extracting(file -> file.getFileName().toString())
            .containsExactly("pae-fan.2.00001.checkpoint");
    }

    /** Cut off anywhere, or with any byte changed: the one before it is used, and the user hears of it. */
    @Test
    void aTornFileIsNoticedAndTheOneBeforeItUsed() throws Exception {
        final CheckpointStore store = store("geco");
        store.write(checkpoint(4));
        store.write(checkpoint(5));
        final Path newest = files().get(1);
        final byte[] whole = Files.readAllBytes(newest);
        for (int i = 0; i < whole.length; i++) {
            Files.write(newest, Arrays.copyOf(whole, i));
            assertPassedOver(store, newest);
            final byte[] changed = whole.clone();
            changed[i] ^= 0x10;
            Files.write(newest, changed);
            assertPassedOver(store, newest);
        }
        Files.write(newest, whole);
        Files.write(newest, new byte[]{0}, StandardOpenOption.APPEND);
        assertPassedOver(store, newest);
    }

    private void assertPassedOver(final CheckpointStore store, final Path torn) throws AsdException {
        m_warnings.clear();
        assertThat(store.latest(TRAINING, m_warnings::add).orElseThrow().epochs()).isEqualTo(4);
        assertThat(m_warnings).singleElement().asString().contains(torn.toString()).contains("damaged");
    }

    @Test
    void aCheckpointOfAnotherTrainingIsRefusedWithWhatDiffers() throws Exception {
        store("geco").write(checkpoint(1));
        final Fingerprint other = Fingerprint.of("the PAE of fan").with("random seed", 4).with("epochs", 60)
            .with("clips", 7);
        assertThatThrownBy(() -> store("geco").latest(other, m_warnings::add))
            .isInstanceOfSatisfying(AsdException.class, e -> {
                assertThat(e).hasMessageContaining("random seed: 3 there, 4 here")
                    .hasMessageContaining("clips: not known there, 7 here").hasMessageNotContaining("epochs:");
                assertThat(e.resolutions()).hasSize(2);
            });
        assertThatThrownBy(() -> store("geco").latest(Fingerprint.of("GeCo"), m_warnings::add))
            .isInstanceOf(AsdException.class).hasMessageContaining("it is of the PAE of fan");
        assertThat(files()).as("nothing is lost").hasSize(1);
    }

    @Test
    void aFolderThatCannotBeWrittenToIsNoticedBeforeTraining() throws Exception {
        final Path file = Files.createFile(m_folder.resolve("a file"));
        assertThatThrownBy(() -> new CheckpointSettings(Optional.of(file.resolve("below")), 1, false).check())
            .isInstanceOfSatisfying(AsdException.class, e -> {
                assertThat(e).hasMessageContaining("cannot be written").hasMessageContaining("a file");
                assertThat(e.resolutions()).isNotEmpty();
            });
        final Path locked = Files.createDirectory(m_folder.resolve("locked"));
        assumeTrue(locked.toFile().setWritable(false) && !Files.isWritable(locked), "not for the superuser");
        assertThatThrownBy(() -> new CheckpointSettings(Optional.of(locked), 1, false).check())
            .isInstanceOf(AsdException.class).hasMessageContaining("locked");
    }

    @Test
    void aFolderThatIsNotThereIsMadeAndStaysEmpty() throws Exception {
        final Path folder = m_folder.resolve("a").resolve("b");
        new CheckpointSettings(Optional.of(folder), 1, false).check();
        assertThat(folder).isEmptyDirectory();
        assertThatThrownBy(() -> new CheckpointSettings(Optional.of(folder), 0, false).check())
            .isInstanceOf(AsdException.class).hasMessageContaining("every 0 epochs");
    }

    @Test
    void trainingsThatAreKeptShareAFolder() throws Exception {
        final CheckpointSettings settings = new CheckpointSettings(Optional.of(m_folder), 1, true);
        final Fingerprint other = TRAINING.with("random seed", 4);
        try (CheckpointLock lock = settings.open("geco", RULES, ProgressMonitor.NONE);
            CheckpointLock longer = settings.open("geco", new StopRules(0.2, 3, 0), ProgressMonitor.NONE)) {
            settings.store("geco", TRAINING).write(checkpoint(2));
            assertThat(settings.store("geco", other).latest(other, m_warnings::add)).isEmpty();
            assertThat(lock).isNotSameAs(longer);
        }
        settings.complete("geco", TRAINING);
        assertThat(settings.store("geco", TRAINING).latest(TRAINING, m_warnings::add)).isPresent();
    }

    @Test
    void anyNameOfAMachineTypeIsAFileName() throws Exception {
        store("pae-../a*b?:\\c").write(checkpoint(1));
        assertThat(files()).singleElement().asString().endsWith(".00001.checkpoint").doesNotContain("*");
        assertThat(store("pae-../a*b?:\\c").latest(TRAINING, m_warnings::add)).isPresent();
    }

    /** Cancelling a node in KNIME may interrupt its thread. */
    @Test
    void anInterruptedThreadWritesAllTheSame() throws Exception {
        Thread.currentThread().interrupt();
        store("geco").write(checkpoint(1));
        assertThat(Thread.interrupted()).as("the interrupt is passed on").isTrue();
        assertThat(store("geco").latest(TRAINING, m_warnings::add)).isPresent();
    }
}
