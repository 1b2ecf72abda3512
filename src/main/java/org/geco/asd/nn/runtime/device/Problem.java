package org.geco.asd.nn.runtime.device;

/**
 * Why a device cannot be used.
 *
 * @param reason what is wrong, a sentence
 * @param remedy what the user can do, a sentence
 */
public record Problem(String reason, String remedy) {
}
