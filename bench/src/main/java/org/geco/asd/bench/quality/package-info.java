/**
 * How well methods find faults: methods × seeds × sets, kept as one file of scores each, so that a run goes on where it
 * ended and tables are made without training.
 */
package org.geco.asd.bench.quality;
