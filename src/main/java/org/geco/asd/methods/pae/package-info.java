/**
 * The Predictive AutoEncoder (paper, section 2.1): predicts a masked frame of a log-Mel spectrogram from its
 * neighbours by self-attention; its error is the frame-level anomaly score.
 */
package org.geco.asd.methods.pae;
