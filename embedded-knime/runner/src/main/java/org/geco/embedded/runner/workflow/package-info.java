/** Workflow directories. */
package org.geco.embedded.runner.workflow;
