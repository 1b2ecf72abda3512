package org.geco.asd.bench;

import java.util.concurrent.TimeUnit;

import org.geco.asd.common.AsdException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Windows per second of PAE scoring, each frame of a clip of 10 s predicted once. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class PaeScoringBenchmark {

    private ClipScores.Scoring m_scoring;

    /**
     * Trains a model for one step.
     *
     * @throws AsdException if that fails
     */
    @Setup
    public void start() throws AsdException {
        m_scoring = ClipScores.pae();
    }

    /**
     * One clip of 10 s.
     *
     * @return its score
     * @throws AsdException if scoring fails
     */
    @Benchmark
    @OperationsPerInvocation(ClipScores.WINDOWS)
    public double score() throws AsdException {
        return m_scoring.next();
    }

    /** Frees the network. */
    @TearDown
    public void end() {
        m_scoring.close();
    }
}
