package org.geco.asd.nn.runtime;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * The environment of this process as native libraries see it, which read some of their settings from it when they are
 * loaded. Java shows its own copy and cannot change either.
 */
final class ProcessEnvironment {
    private ProcessEnvironment() { }

    /**
     * Adds a variable that isn't there yet. A longer copy of the environment replaces the old one; the old one stays
     * where it is because others may hold pointers into it. ASCII, and Linux only; elsewhere nothing happens.
     */
    static void add(final String name, final String value) {
        if (System.getenv(name) != null || !System.getProperty("os.name").startsWith("Linux")) {
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
        final String text = name + "=" + value;
        final BytePointer entry = Pointer.malloc(text.length() + 1L).getPointer(BytePointer.class);
        entry.capacity(text.length() + 1L).putString(text);
        final PointerPointer<Pointer> copy = new PointerPointer<>(Pointer.malloc((count + 2) * Long.BYTES));
        for (long i = 0; i < count; i++) {
            copy.put(i, old.get(i));
        }
        copy.put(count, entry);
        copy.put(count + 1, (Pointer)null);
        environ.put(0, copy);
    }
}
