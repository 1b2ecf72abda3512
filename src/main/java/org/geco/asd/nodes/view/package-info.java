/** The nodes' views: how a page gets its data, and clips as pages show and play them. */
package org.geco.asd.nodes.view;
