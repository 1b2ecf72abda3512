/** The node Machine Sound Simulator. */
package org.geco.asd.nodes.simulator;
