/** The nodes GeCo Learner and GeCo Predictor. */
package org.geco.asd.nodes.geco;
