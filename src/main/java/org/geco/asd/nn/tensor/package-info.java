/** Arrays off the heap: parameters and their gradients, an arena that allocates nothing after one step, weights. */
package org.geco.asd.nn.tensor;
