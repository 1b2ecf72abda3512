package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

import javax.swing.tree.TreeNode;

import org.knime.core.node.InvalidSettingsException;

/** A settings tree: keyed values and sub-configs, in insertion order. */
public abstract class ConfigBase extends ArrayConfig {

    private static final long serialVersionUID = 1L;

    /** @param key this config's own key */
    public ConfigBase(final String key) {
        super(key);
    }

    /**
     * @param key the key of the new config
     * @return a new config of this class
     */
    public abstract ConfigBase getInstance(String key);

    /** @param e the entry to put in, replacing one with the same key */
    protected void put(final AbstractConfigEntry e) {
        putEntry(e);
    }

    /** @param entry the entry to put in, replacing one with the same key */
    public void addEntry(final AbstractConfigEntry entry) {
        put(entry);
    }

    /**
     * @param key the key
     * @return the entry or sub-config, null if there is none
     */
    public AbstractConfigEntry getEntry(final String key) {
        return entries().get(key);
    }

    @Override
    public final ConfigBase addConfigBase(final String key) {
        final ConfigBase config = getInstance(key);
        put(config);
        return config;
    }

    /** @param config the sub-config to put in */
    protected final void addConfigBase(final ConfigBase config) {
        put(config);
    }

    @Override
    public final ConfigBase getConfigBase(final String key) throws InvalidSettingsException {
        return require(key, ConfigBase.class, "ConfigBase");
    }

    /**
     * @param key the key
     * @return what was removed, null if there was nothing
     */
    public final AbstractConfigEntry removeConfig(final String key) {
        return entries().remove(key);
    }

    @Override
    public Set<String> keySet() {
        return Collections.unmodifiableSet(entries().keySet());
    }

    @Override
    public boolean containsKey(final String key) {
        return entries().containsKey(key);
    }

    @Override
    public final Iterator<String> iterator() {
        return keySet().iterator();
    }

    @Override
    public void addPassword(final String key, final String encryptionKey, final String value) {
        throw new UnsupportedOperationException("Passwords aren't supported here (key '" + key + "')");
    }

    @Override
    public String getPassword(final String key, final String encryptionKey) throws InvalidSettingsException {
        throw new InvalidSettingsException("Password for key \"" + key + "\" not found.");
    }

    @Override
    public String getPassword(final String key, final String encryptionKey, final String def) {
        return def;
    }

    @Override
    public void addTransientString(final String key, final String value) {
        put(new ConfigTransientStringEntry(key, value));
    }

    @Override
    public String getTransientString(final String key) {
        final ConfigTransientStringEntry e = find(key, ConfigTransientStringEntry.class);
        return e == null ? null : e.getTransientString();
    }

    @Override
    public void copyTo(final ConfigBaseWO dest) {
        for (final AbstractConfigEntry entry : entries().values()) {
            if (entry instanceof ConfigBase config) {
                config.copyTo(dest.addConfigBase(config.getKey()));
            } else {
                // entries know their parent: the copy needs one of its own
                ((ConfigBase)dest).addEntry(copy(entry));
            }
        }
    }

    private static AbstractConfigEntry copy(final AbstractConfigEntry entry) {
        return entry instanceof ConfigTransientStringEntry e
            ? new ConfigTransientStringEntry(e.getKey(), e.getTransientString())
            : entry.getType().createEntry(entry.getKey(), entry.toStringValue());
    }

    @Override
    public final void saveToXML(final OutputStream os) throws IOException {
        XMLConfig.save(this, os);
    }

    /**
     * Adds the entries of an XML file to this config and takes over its key.
     *
     * @param in the XML; closed afterwards
     * @throws IOException if it can't be read or isn't a settings file
     */
    public void load(final InputStream in) throws IOException {
        XMLConfig.load(this, in);
    }

    @Override
    boolean hasIdenticalValue(final AbstractConfigEntry other) {
        final Map<String, AbstractConfigEntry> mine = entries();
        final Map<String, AbstractConfigEntry> theirs = ((ConfigBase)other).entries();
        return mine.keySet().equals(theirs.keySet())
            && mine.entrySet().stream().allMatch(e -> e.getValue().isIdentical(theirs.get(e.getKey())));
    }

    @Override
    public final String toStringValue() {
        return null;
    }

    /** @param buf receives one line for every entry */
    public final void toString(final StringBuffer buf) {
        append(buf, 1);
    }

    private void append(final StringBuffer buf, final int depth) {
        buf.append("key=").append(getKey()).append('\n');
        for (final AbstractConfigEntry e : entries().values()) {
            buf.append("\t".repeat(depth));
            if (e instanceof ConfigBase config) {
                config.append(buf, depth + 1);
            } else {
                buf.append("key=").append(e.getKey()).append(",type=").append(e.getType()).append(",value=")
                    .append(e.toStringValue()).append('\n');
            }
        }
    }

    @Override
    public String toString() {
        return getKey();
    }

    @Override
    public TreeNode getChildAt(final int childIndex) {
        return new ArrayList<>(entries().values()).get(childIndex);
    }

    @Override
    public int getChildCount() {
        return entries().size();
    }

    @Override
    public int getIndex(final TreeNode node) {
        return new ArrayList<TreeNode>(entries().values()).indexOf(node);
    }

    @Override
    public final boolean isLeaf() {
        return entries().isEmpty();
    }

    @Override
    public final Enumeration<TreeNode> children() {
        return Collections.enumeration(new ArrayList<>(entries().values()));
    }
}
