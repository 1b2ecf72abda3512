/** Benchmarks, run by hand: JMH ({@code *Benchmark}), whole runs ({@code *Speed}), and runs of many clips. */
package org.geco.asd.bench;
