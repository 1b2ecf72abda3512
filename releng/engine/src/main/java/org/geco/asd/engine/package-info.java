/**
 * Judges recordings with a detector's file on a computer without KNIME, from the command line or a program. What a
 * recording gets is, bit for bit, what the node Detector Predictor gives it.
 */
package org.geco.asd.engine;
