/** What runs and what is registered: extensions from plugin.xml, and the log. */
package org.geco.embedded.core;
