package org.knime.core.node.config.base;

import java.util.LinkedHashMap;
import java.util.Map;

import org.knime.core.node.InvalidSettingsException;

/** The part of a config that holds single values. */
abstract class ScalarConfig extends AbstractConfigEntry implements ConfigBaseRO, ConfigBaseWO {

    private static final long serialVersionUID = 1L;

    private final LinkedHashMap<String, AbstractConfigEntry> m_map = new LinkedHashMap<>();

    ScalarConfig(final String key) {
        super(ConfigEntries.config, key);
    }

    final Map<String, AbstractConfigEntry> entries() {
        return m_map;
    }

    final <E extends AbstractConfigEntry> E find(final String key, final Class<E> type) {
        final AbstractConfigEntry entry = m_map.get(key);
        return type.isInstance(entry) ? type.cast(entry) : null;
    }

    final <E extends AbstractConfigEntry> E require(final String key, final Class<E> type, final String kind)
        throws InvalidSettingsException {
        final E entry = find(key, type);
        if (entry == null) {
            throw new InvalidSettingsException(kind + " for key \"" + key + "\" not found.");
        }
        return entry;
    }

    final void putEntry(final AbstractConfigEntry e) {
        m_map.put(e.getKey(), e);
        e.setParent(this);
    }

    @Override
    public int getInt(final String key) throws InvalidSettingsException {
        return require(key, ConfigIntEntry.class, "Int").getInt();
    }

    @Override
    public int getInt(final String key, final int def) {
        final ConfigIntEntry e = find(key, ConfigIntEntry.class);
        return e == null ? def : e.getInt();
    }

    @Override
    public void addInt(final String key, final int value) {
        putEntry(new ConfigIntEntry(key, value));
    }

    @Override
    public double getDouble(final String key) throws InvalidSettingsException {
        return require(key, ConfigDoubleEntry.class, "Double").getDouble();
    }

    @Override
    public double getDouble(final String key, final double def) {
        final ConfigDoubleEntry e = find(key, ConfigDoubleEntry.class);
        return e == null ? def : e.getDouble();
    }

    @Override
    public void addDouble(final String key, final double value) {
        putEntry(new ConfigDoubleEntry(key, value));
    }

    @Override
    public float getFloat(final String key) throws InvalidSettingsException {
        return require(key, ConfigFloatEntry.class, "Float").getFloat();
    }

    @Override
    public float getFloat(final String key, final float def) {
        final ConfigFloatEntry e = find(key, ConfigFloatEntry.class);
        return e == null ? def : e.getFloat();
    }

    @Override
    public void addFloat(final String key, final float value) {
        putEntry(new ConfigFloatEntry(key, value));
    }

    @Override
    public char getChar(final String key) throws InvalidSettingsException {
        return require(key, ConfigCharEntry.class, "Char").getChar();
    }

    @Override
    public char getChar(final String key, final char def) {
        final ConfigCharEntry e = find(key, ConfigCharEntry.class);
        return e == null ? def : e.getChar();
    }

    @Override
    public void addChar(final String key, final char value) {
        putEntry(new ConfigCharEntry(key, value));
    }

    @Override
    public short getShort(final String key) throws InvalidSettingsException {
        return require(key, ConfigShortEntry.class, "Short").getShort();
    }

    @Override
    public short getShort(final String key, final short def) {
        final ConfigShortEntry e = find(key, ConfigShortEntry.class);
        return e == null ? def : e.getShort();
    }

    @Override
    public void addShort(final String key, final short value) {
        putEntry(new ConfigShortEntry(key, value));
    }

    @Override
    public long getLong(final String key) throws InvalidSettingsException {
        return require(key, ConfigLongEntry.class, "Long").getLong();
    }

    @Override
    public long getLong(final String key, final long def) {
        final ConfigLongEntry e = find(key, ConfigLongEntry.class);
        return e == null ? def : e.getLong();
    }

    @Override
    public void addLong(final String key, final long value) {
        putEntry(new ConfigLongEntry(key, value));
    }

    @Override
    public byte getByte(final String key) throws InvalidSettingsException {
        return require(key, ConfigByteEntry.class, "Byte").getByte();
    }

    @Override
    public byte getByte(final String key, final byte def) {
        final ConfigByteEntry e = find(key, ConfigByteEntry.class);
        return e == null ? def : e.getByte();
    }

    @Override
    public void addByte(final String key, final byte value) {
        putEntry(new ConfigByteEntry(key, value));
    }

    @Override
    public boolean getBoolean(final String key) throws InvalidSettingsException {
        return require(key, ConfigBooleanEntry.class, "Boolean").getBoolean();
    }

    @Override
    public boolean getBoolean(final String key, final boolean def) {
        final ConfigBooleanEntry e = find(key, ConfigBooleanEntry.class);
        return e == null ? def : e.getBoolean();
    }

    @Override
    public void addBoolean(final String key, final boolean value) {
        putEntry(new ConfigBooleanEntry(key, value));
    }

    @Override
    public String getString(final String key) throws InvalidSettingsException {
        return require(key, ConfigStringEntry.class, "String").getString();
    }

    @Override
    public String getString(final String key, final String def) {
        final ConfigStringEntry e = find(key, ConfigStringEntry.class);
        return e == null ? def : e.getString();
    }

    @Override
    public void addString(final String key, final String value) {
        putEntry(new ConfigStringEntry(key, value));
    }

}
