/** The node GeCo Predictor. */
package org.geco.asd.nodes.gecopredictor;
