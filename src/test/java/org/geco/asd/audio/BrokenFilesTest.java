package org.geco.asd.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.geco.asd.common.AsdException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of bad file is refused with its path, its reason and something to do. */
class BrokenFilesTest {

    @TempDir
    private Path m_folder;

    private final byte[] m_good = new WavBuilder().mono(new float[]{0, 0.5f, -0.5f, 0.25f, 0.1f, 0, 0.3f, 0.2f});

    @Test
    void missingFolderAndEmpty() {
        refused(m_folder.resolve("none.wav"), "does not exist");
        refused(m_folder, "is a folder");
        refused(wav(new byte[0]), "is empty");
    }

    @Test
    void textNamedWav() {
        refused(wav("Hello, I am no sound at all. ".repeat(20).getBytes(StandardCharsets.UTF_8)), "holds text");
    }

    @Test
    void cutOff() {
        refusedOnRead(wav(Arrays.copyOf(m_good, m_good.length - 3)), "promises 8 samples (0.0 s), but only 6 (0.0 s)");
        refused(wav(Arrays.copyOf(m_good, 40)), "within its header");
        refused(wav(Arrays.copyOf(m_good, 20)), "within its header");
    }

    @Test
    void noSamples() {
        refused(wav(new WavBuilder().mono(new float[0])), "holds no sound");
    }

    @Test
    void unknownEncoding() {
        refused(wav(new WavBuilder().tag(0x11).mono(new float[100])), "IMA ADPCM (0x0011)");
        refused(wav(new WavBuilder().tag(0x7777).mono(new float[100])), "unknown (0x7777)");
    }

    @Test
    void silenceAndDirectCurrent() {
        refusedOnRead(wav(new WavBuilder().mono(new float[100])), "digital silence: all its samples are 0");
        final float[] stuck = new float[100];
        Arrays.fill(stuck, 0.25f);
        refusedOnRead(wav(new WavBuilder().mono(stuck)), "all its samples are equal (0.25)");
    }

    @Test
    void samplesThatAreNoNumbers() {
        refusedOnRead(wav(new WavBuilder().floats(32).mono(new float[]{0, Float.NaN, 1})), "sample 2 is not");
        refusedOnRead(wav(new WavBuilder().floats(64).mono(new float[]{0, 1, Float.POSITIVE_INFINITY})),
            "sample 3 is not");
    }

    @Test
    void channelThatIsNotThere() {
        final Path file = wav(m_good);
        assertThatThrownBy(() -> AudioFiles.read(file, ChannelChoice.single(2), 16000))
            .isInstanceOf(AsdException.class).hasMessageContaining("has 1 channel: there is no channel 2");
        assertThatThrownBy(() -> AudioFiles.read(file, ChannelChoice.single(0), 16000))
            .isInstanceOf(AsdException.class).hasMessageContaining("no channel 0");
    }

    @Test
    void leavesNoFileOpen() throws Exception {
        final Path open = Path.of("/proc/self/fd");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isDirectory(open), "no /proc: open files not counted");
        final Path good = wav(m_good);
        final Path text = WavBuilder.write(m_folder.resolve("text.wav"), "no sound".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 50; i++) {
            AudioFiles.readInfo(good);
            catchThrowableOfType(AsdException.class, () -> AudioFiles.readInfo(text));
        }
        try (var handles = Files.list(open)) {
            assertThat(handles.filter(h -> pointsInto(h, m_folder))).isEmpty();
        }
    }

    private static boolean pointsInto(final Path handle, final Path folder) {
        try {
            return Files.readSymbolicLink(handle).startsWith(folder);
        } catch (java.io.IOException e) {
            return false;
        }
    }

    private static void refused(final Path file, final String reason) {
        check(catchThrowableOfType(AsdException.class, () -> AudioFiles.readInfo(file)), file, reason);
        refusedOnRead(file, reason);
    }

    private static void refusedOnRead(final Path file, final String reason) {
        check(catchThrowableOfType(AsdException.class, () -> AudioFiles.read(file, ChannelChoice.MEAN, 16000)), file,
            reason);
    }

    private static void check(final AsdException e, final Path file, final String reason) {
        assertThat(e).hasMessageContaining(reason).hasMessageContaining(file.toString());
        assertThat(e.resolutions()).isNotEmpty();
    }

    private Path wav(final byte[] bytes) {
        return WavBuilder.write(m_folder.resolve("f.wav"), bytes);
    }
}
