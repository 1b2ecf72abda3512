/** How much memory a training may take, and what happens when there is not enough. */
package org.geco.asd.nn.memory;
