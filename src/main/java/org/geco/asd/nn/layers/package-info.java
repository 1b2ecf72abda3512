/**
 * Layers with hand-written gradients over arrays that are allocated once. Every layer reads and writes arrays that its
 * caller names; what one step allocates it gives back within the step.
 */
package org.geco.asd.nn.layers;
