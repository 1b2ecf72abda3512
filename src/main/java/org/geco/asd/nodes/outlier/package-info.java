/** The nodes Outlier Learner and Outlier Predictor, over any column of vectors. */
package org.geco.asd.nodes.outlier;
