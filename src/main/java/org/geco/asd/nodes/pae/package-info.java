/** The nodes PAE Learner and PAE Predictor. */
package org.geco.asd.nodes.pae;
