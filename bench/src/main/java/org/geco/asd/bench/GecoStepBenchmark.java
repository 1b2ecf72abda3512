package org.geco.asd.bench;

import java.util.concurrent.TimeUnit;

import org.geco.asd.common.AsdException;
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

/** A training step of GeCo: 32 patches and their reconstructions by a PAE, ResNet-18 of width 64, SGD. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 10)
@Measurement(iterations = 3, time = 15)
@Fork(1)
public class GecoStepBenchmark {

    private SteppedTraining m_training;

    /**
     * Goes up to the first step.
     *
     * @throws AsdException if training fails
     */
    @Setup
    public void start() throws AsdException {
        m_training = new SteppedTraining(Trainings::geco);
        m_training.step();
    }

    /**
     * One step, drawing its data included.
     *
     * @throws AsdException if training fails
     */
    @Benchmark
    public void step() throws AsdException {
        m_training.step();
    }

    /**
     * Ends the training.
     *
     * @throws InterruptedException never
     */
    @TearDown
    public void end() throws InterruptedException {
        m_training.close();
    }
}
