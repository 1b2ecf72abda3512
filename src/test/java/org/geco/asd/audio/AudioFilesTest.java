package org.geco.asd.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.stream.Stream;

import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

import org.geco.asd.common.AsdException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudioFilesTest {

    @TempDir
    private Path m_folder;

    static Stream<Arguments> formats() {
        return Stream.of(Arguments.of("8 bit", new WavBuilder().pcm(8), 1 / 128.0),
            Arguments.of("16 bit", new WavBuilder().pcm(16), 1e-4),
            Arguments.of("24 bit", new WavBuilder().pcm(24), 1e-6),
            Arguments.of("32 bit", new WavBuilder().pcm(32), 1e-7),
            Arguments.of("float 32", new WavBuilder().floats(32), 1e-7),
            Arguments.of("float 64", new WavBuilder().floats(64), 1e-7),
            Arguments.of("extensible 16", new WavBuilder().pcm(16).extensible(16), 1e-4),
            Arguments.of("extensible 8", new WavBuilder().pcm(8).extensible(8), 1 / 128.0),
            Arguments.of("extensible 24 in 32", new WavBuilder().pcm(32).extensible(24), 1e-6),
            Arguments.of("extensible float", new WavBuilder().floats(32).extensible(32), 1e-7),
            Arguments.of("20 KB of notes first", new WavBuilder().floats(32).extensible(32).notes(20000), 1e-7));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void readsEveryFormatAtFullScale(final String name, final WavBuilder format, final double tolerance)
        throws AsdException {
        final double[] wave = {0, 0.5, -0.5, -1, 0.25, 0.999, -0.125};
        final Path file = wav("f.wav", format.bytes(700, 2, i -> new double[]{wave[i % 7], -wave[i % 7] / 2}));
        final float[] left = AudioFiles.read(file, ChannelChoice.single(1), 16000);
        final float[] right = AudioFiles.read(file, ChannelChoice.single(2), 16000);
        final float[] mean = AudioFiles.read(file, ChannelChoice.MEAN, 16000);
        assertThat(left).hasSize(700);
        for (int i = 0; i < 700; i++) {
            assertThat((double)left[i]).isCloseTo(wave[i % 7], within(tolerance));
            assertThat((double)right[i]).isCloseTo(-wave[i % 7] / 2, within(tolerance));
            assertThat((double)mean[i]).isCloseTo(wave[i % 7] / 4, within(tolerance));
        }
    }

    @Test
    void dividesIntegersByAPowerOfTwoAsLibrosaDoes() throws AsdException {
        final Path file = wav("f.wav", new WavBuilder().mono(new float[]{-1, 0.5f, 0, 0.25f}));
        assertThat(AudioFiles.read(file, ChannelChoice.MEAN, 16000)).containsExactly(-1, 0.5f, 0, 0.25f);
    }

    @Test
    void theShortWayIsExactToTheBit() throws AsdException {
        final java.util.Random random = new java.util.Random(5);
        final double[][] frames = new double[20000][3];
        for (final double[] frame : frames) {
            java.util.Arrays.setAll(frame, c -> random.nextInt(65536) / 32768.0 - 1);
        }
        final Path shorts = wav("short.wav", new WavBuilder().pcm(16).bytes(20000, 3, i -> frames[i]));
        final Path doubles = wav("double.wav", new WavBuilder().floats(64).bytes(20000, 3, i -> frames[i]));
        final Path extensible =
            wav("ext.wav", new WavBuilder().pcm(16).extensible(16).bytes(20000, 3, i -> frames[i]));
        for (final ChannelChoice choice : new ChannelChoice[]{ChannelChoice.MEAN, ChannelChoice.single(2)}) {
            final float[] exact = AudioFiles.read(doubles, choice, 16000);
            assertThat(AudioFiles.read(shorts, choice, 16000)).isEqualTo(exact);
            assertThat(AudioFiles.read(extensible, choice, 16000)).isEqualTo(exact);
        }
        final float[] mono = new float[20000];
        for (int i = 0; i < mono.length; i++) {
            mono[i] = (float)frames[i][0];
        }
        assertThat(AudioFiles.read(wav("mono.wav", new WavBuilder().mono(mono)), ChannelChoice.MEAN, 16000))
            .isEqualTo(mono);
    }

    @Test
    void readsTheHeaderOfEightChannels() throws AsdException {
        final Path file = wav("eight.wav",
            new WavBuilder().pcm(24).extensible(24).rate(48000).bytes(4800, 8, i -> new double[8]));
        assertThat(AudioFiles.readInfo(file)).isEqualTo(new AudioInfo(48000, 8, 24, 4800));
        assertThat(AudioFiles.readInfo(file).seconds()).isEqualTo(0.1);
    }

    @Test
    void readsOneOfEightChannelsAndResamples() throws AsdException {
        final Path file = wav("eight.wav", new WavBuilder().extensible(16).rate(32000).bytes(32000, 8, i -> {
            final double[] frame = new double[8];
            frame[7] = 0.5 * Math.sin(2 * Math.PI * 1000 * i / 32000);
            return frame;
        }));
        final float[] eighth = AudioFiles.read(file, ChannelChoice.single(8), 16000);
        assertThat(eighth).hasSize(16000);
        assertThat((double)eighth[8004]).isCloseTo(0.5, within(2e-3));
        final float[] mean = AudioFiles.read(file, ChannelChoice.MEAN, 16000);
        assertThat((double)mean[8004]).isCloseTo(0.5 / 8, within(2e-3));
    }

    @Test
    void readsAiffAndAu() throws Exception {
        final byte[] samples = {0x40, 0, (byte)0xC0, 0, 0, 0, 0x20, 0};
        final AudioFormat big = new AudioFormat(16000, 16, 1, true, true);
        for (final AudioFileFormat.Type type : new AudioFileFormat.Type[]{AudioFileFormat.Type.AIFF,
            AudioFileFormat.Type.AU}) {
            final Path file = m_folder.resolve("f." + type.getExtension());
            AudioSystem.write(new AudioInputStream(new ByteArrayInputStream(samples), big, 4), type, file.toFile());
            assertThat(AudioFiles.read(file, ChannelChoice.MEAN, 16000)).containsExactly(0.5f, -0.5f, 0, 0.25f);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 7})
    void decodesALawAndMuLawAsTheJdkDoes(final int tag) throws Exception {
        final byte[] codes = new byte[256];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (byte)i;
        }
        final AudioFormat format = new AudioFormat(tag == 6 ? AudioFormat.Encoding.ALAW : AudioFormat.Encoding.ULAW,
            16000, 8, 1, 1, 16000, false);
        final byte[] expected = AudioSystem.getAudioInputStream(AudioFormat.Encoding.PCM_SIGNED,
            new AudioInputStream(new ByteArrayInputStream(codes), format, codes.length)).readAllBytes();
        final byte[] file = new WavBuilder().tag(tag).mono(new float[256]);
        System.arraycopy(codes, 0, file, file.length - codes.length, codes.length);
        final float[] samples = AudioFiles.read(wav("law.wav", file), ChannelChoice.MEAN, 16000);
        for (int i = 0; i < codes.length; i++) {
            assertThat(samples[i] * 32768).isEqualTo((expected[2 * i] & 0xFF | expected[2 * i + 1] << 8));
        }
    }

    private Path wav(final String name, final byte[] bytes) {
        return WavBuilder.write(m_folder.resolve(name), bytes);
    }
}
