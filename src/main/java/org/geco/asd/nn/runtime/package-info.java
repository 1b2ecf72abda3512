/** ND4J's start: natives, environment, device; and what to do when memory runs out. */
package org.geco.asd.nn.runtime;
