/** The node GPU Check. */
package org.geco.asd.nodes.devicecheck;
