/** Tables of clips: spectrograms as a KNIME data type, columns of clips and scores, the bridge to learners. */
package org.geco.asd.nodes.table;
