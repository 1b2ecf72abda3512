/** How a run ended. */
package org.geco.embedded.runner.result;
