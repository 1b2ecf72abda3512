/** The nodes Sound Classifier Learner and Sound Classifier Predictor, and their model's port. */
package org.geco.asd.nodes.classifier;
