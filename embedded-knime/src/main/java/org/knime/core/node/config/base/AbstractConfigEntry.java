package org.knime.core.node.config.base;

import java.io.Serializable;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Objects;

import javax.swing.tree.TreeNode;

/** One keyed node of a settings tree: a value or a sub-config. */
public abstract class AbstractConfigEntry implements Serializable, TreeNode {

    private static final long serialVersionUID = 1L;

    private final ConfigEntries m_type;

    private String m_key;

    private AbstractConfigEntry m_parent;

    AbstractConfigEntry(final ConfigEntries type, final String key) {
        m_type = Objects.requireNonNull(type, "Config entry type can't be null.");
        setKey(key);
    }

    /** @return the key under which the parent holds this entry */
    public final String getKey() {
        return m_key;
    }

    final void setKey(final String key) {
        m_key = key == null || key.isEmpty() ? "" : key;
    }

    /** @param parent the config that holds this entry */
    public final void setParent(final AbstractConfigEntry parent) {
        m_parent = parent;
    }

    /** @return the kind of value */
    public final ConfigEntries getType() {
        return m_type;
    }

    /** @return the value as it stands in the XML file; null for a null value */
    public abstract String toStringValue();

    abstract boolean hasIdenticalValue(AbstractConfigEntry other);

    /**
     * @param other an entry
     * @return whether key, type and value are the same
     */
    public final boolean isIdentical(final AbstractConfigEntry other) {
        return equals(other) && (this == other || hasIdenticalValue(other));
    }

    @Override
    public boolean equals(final Object o) {
        return this == o
            || o instanceof AbstractConfigEntry e && m_key.equals(e.m_key) && m_type == e.m_type;
    }

    @Override
    public int hashCode() {
        return m_key.hashCode() ^ m_type.hashCode();
    }

    @Override
    public String toString() {
        return m_key + "->" + toStringValue();
    }

    @Override
    public TreeNode getChildAt(final int childIndex) {
        return null;
    }

    @Override
    public int getChildCount() {
        return 0;
    }

    @Override
    public final TreeNode getParent() {
        return m_parent;
    }

    @Override
    public int getIndex(final TreeNode node) {
        return -1;
    }

    @Override
    public final boolean getAllowsChildren() {
        return !isLeaf();
    }

    @Override
    public boolean isLeaf() {
        return true;
    }

    @Override
    public Enumeration<TreeNode> children() {
        return Collections.emptyEnumeration();
    }
}
