/**
 * Tables of clips: the spectrogram as a KNIME data type, columns of clips and scores, the bridge to learners and
 * predictors.
 */
package org.geco.asd.nodes.table;
