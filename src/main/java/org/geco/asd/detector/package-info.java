/**
 * All that was trained for the machines of a plant, as one: from a recording to its scores, p-value and decision.
 */
package org.geco.asd.detector;
