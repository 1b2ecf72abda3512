package org.geco.asd.common;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of settings that does not belong in what they differ from others in: results depend on it by chance
 * only (the seed), or not at all (memory, time), or it is told beside the settings (members of an ensemble).
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface NotCompared {
}
