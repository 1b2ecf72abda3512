/**
 * The frame of every learner: {@link org.geco.asd.learn.Training} runs what a method brings as a
 * {@link org.geco.asd.learn.Learner}: one look at each clip, parts side by side, epochs, checkpoints, early stopping,
 * time and memory budgets, divergence, warm start, history, provenance.
 */
package org.geco.asd.learn;
