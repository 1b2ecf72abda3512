/** Running a graph, forward or with gradients, in buffers that are used again and again. */
package org.geco.asd.nn.session;
