/**
 * Building blocks of networks over SameDiff, written so that ND4J's fast native paths are reached: rows
 * {@code [N, C]}, matrix products instead of broadcasts and of reductions over the first dimension.
 */
package org.geco.asd.nn.graph;
