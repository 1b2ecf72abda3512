/** The spectrogram as a KNIME data type: value, cell, renderer, and the bridge from a table to the learners. */
package org.geco.asd.nodes.spectrogram;
