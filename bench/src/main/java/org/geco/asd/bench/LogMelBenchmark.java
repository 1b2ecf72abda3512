package org.geco.asd.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.geco.asd.audio.AudioFiles;
import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.common.AsdException;
import org.geco.asd.mel.LogMelExtractor;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A clip of 10 s at 16 kHz in 16 bits: reading it, its log-Mel spectrogram, and both. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LogMelBenchmark {

    private static final int RATE = MelSettings.PAPER.sampleRate();

    private Path m_file;

    private float[] m_samples;

    private LogMelExtractor m_extractor;

    /**
     * Writes the clip.
     *
     * @throws IOException if it cannot be written
     * @throws AsdException if it cannot be read
     */
    @Setup
    public void write() throws IOException, AsdException {
        m_file = Files.createTempFile("clip", ".wav");
        WavFiles.writeNoise(m_file, 10 * RATE, 1);
        m_samples = read();
        m_extractor = new LogMelExtractor(MelSettings.PAPER);
    }

    /**
     * @return the samples
     * @throws AsdException if the clip cannot be read
     */
    @Benchmark
    public float[] read() throws AsdException {
        return AudioFiles.read(m_file, ChannelChoice.MEAN, RATE);
    }

    /**
     * @return the spectrogram
     * @throws AsdException never
     */
    @Benchmark
    public Spectrogram extract() throws AsdException {
        return m_extractor.extract(m_samples);
    }

    /**
     * @return the spectrogram
     * @throws AsdException if the clip cannot be read
     */
    @Benchmark
    public Spectrogram readAndExtract() throws AsdException {
        return m_extractor.extract(read());
    }

    /**
     * Deletes the clip.
     *
     * @throws IOException if that fails
     */
    @TearDown
    public void delete() throws IOException {
        Files.delete(m_file);
    }
}
