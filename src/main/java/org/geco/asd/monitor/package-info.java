/** Night after night: judged clips and their history become events, a trend for each machine, and a test for drift. */
package org.geco.asd.monitor;
