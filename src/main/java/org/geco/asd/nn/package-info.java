/** The engine below both models: ND4J start-up, random numbers, weights and their file format. */
package org.geco.asd.nn;
