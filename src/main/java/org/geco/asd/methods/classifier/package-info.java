/** Classifiers of machines by their sounds, which GeCo is compared with: networks and losses to choose from. */
package org.geco.asd.methods.classifier;
