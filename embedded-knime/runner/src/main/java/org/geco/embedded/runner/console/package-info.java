/** What the user sees while a workflow runs. */
package org.geco.embedded.runner.console;
