/**
 * The baseline of DCASE 2020 Task 2 (Koizumi et al. 2020, <i>Description and Discussion on DCASE2020 Challenge Task
 * 2</i>): a dense autoencoder of five frames, a network of Deeplearning4j whose layers compute by the engine's; what
 * it cannot reconstruct is anomalous.
 */
package org.geco.asd.methods.autoencoder;
