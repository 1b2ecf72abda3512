/** Executes nodes one after the other. */
package org.geco.embedded.runner.execution;
