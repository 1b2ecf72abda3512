/** The node Compute Devices. */
package org.geco.asd.nodes.devices;
