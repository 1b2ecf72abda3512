package org.geco.asd.evaluation;

import java.util.Optional;

/**
 * The clips of a run, in words that tell them from others: how many, and a checksum.
 *
 * @param test what was scored
 * @param training what was learned from; empty if that is not known
 * @param repeated how many of the test clips are the same sound as a clip that was learned from, if that is known
 */
public record RunData(String test, String training, Optional<Integer> repeated) { }
