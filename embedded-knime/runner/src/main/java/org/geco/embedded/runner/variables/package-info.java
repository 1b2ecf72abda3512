/** Workflow variables and the settings they overwrite. */
package org.geco.embedded.runner.variables;
