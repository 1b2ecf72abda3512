/** Scores any vectors, e.g. statistics or embeddings of clips, by how far they lie from a machine's normal ones. */
package org.geco.asd.outlier;
