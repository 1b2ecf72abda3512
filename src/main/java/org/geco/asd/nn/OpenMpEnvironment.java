package org.geco.asd.nn;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Settings of the OpenMP library, which reads them from the process environment when it is loaded. Its threads spin
 * while they wait; where other processes want the cores too, that makes training three times slower.
 */
final class OpenMpEnvironment {

    private static final String POLICY = "OMP_WAIT_POLICY";

    private OpenMpEnvironment() {
    }

    /**
     * Lets waiting OpenMP threads sleep, unless the user's environment says otherwise. Java cannot change the
     * environment of its own process, so a longer copy of it replaces the old one; the old one stays where it is
     * because others may hold pointers into it. Linux only; elsewhere nothing happens.
     */
    static void waitPassively() {
        if (System.getenv(POLICY) != null || !System.getProperty("os.name").startsWith("Linux")) {
            return;
        }
        final Pointer address = Loader.addressof("environ");
        if (address == null || address.isNull()) {
            return;
        }
        final PointerPointer<Pointer> environ = new PointerPointer<>(address);
        final PointerPointer<Pointer> old = new PointerPointer<>(environ.get(0));
        long count = 0;
        while (!old.isNull() && old.get(count) != null) {
            count++;
        }
        // neither is ever freed: the process's environment points to them from now on
        final BytePointer entry = Pointer.malloc(POLICY.length() + 16).getPointer(BytePointer.class);
        entry.capacity(POLICY.length() + 16L).putString(POLICY + "=PASSIVE");
        final PointerPointer<Pointer> copy = new PointerPointer<>(Pointer.malloc((count + 2) * Long.BYTES));
        for (long i = 0; i < count; i++) {
            copy.put(i, old.get(i));
        }
        copy.put(count, entry);
        copy.put(count + 1, (Pointer)null);
        environ.put(0, copy);
    }
}
