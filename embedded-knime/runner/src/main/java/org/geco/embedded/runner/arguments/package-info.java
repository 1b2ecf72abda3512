/** The command line. */
package org.geco.embedded.runner.arguments;
