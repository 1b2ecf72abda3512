/**
 * Where the networks compute: what this computer has, what of it ND4J can use, why the rest cannot be used, and which
 * device is chosen. One place decides; {@link org.geco.asd.nn.runtime.Nd4jRuntime} obeys.
 */
package org.geco.asd.nn.runtime.device;
