/**
 * Arrays off the heap: parameters and their gradients, an arena that allocates nothing after the first step,
 * weights.
 */
package org.geco.asd.nn.tensor;
