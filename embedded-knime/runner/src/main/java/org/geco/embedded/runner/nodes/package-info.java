/** The nodes of a workflow with their settings. */
package org.geco.embedded.runner.nodes;
