/** Bundles and the nodes they register. */
package org.geco.embedded.runner.registry;
