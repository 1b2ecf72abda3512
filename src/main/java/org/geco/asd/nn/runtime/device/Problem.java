package org.geco.asd.nn.runtime.device;

/** Why a device cannot be used, and what the user can do, a sentence each. */
public record Problem(String reason, String remedy) {
}
