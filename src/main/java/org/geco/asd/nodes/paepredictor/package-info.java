/** The node PAE Predictor. */
package org.geco.asd.nodes.paepredictor;
