/** Runs a workflow from the command line. */
package org.geco.embedded.runner;
