/** The nodes Autoencoder Learner and Autoencoder Predictor, and their model's port. */
package org.geco.asd.nodes.autoencoder;
