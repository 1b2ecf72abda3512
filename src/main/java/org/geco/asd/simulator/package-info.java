/**
 * Simulated machine sounds: a data set for trying the nodes without recordings. Everything is computed from seeds by
 * integer arithmetic, strict floating point and a sine table, so that the same settings give the same bytes everywhere.
 */
package org.geco.asd.simulator;
