package org.geco.embedded.runner.arguments;

import java.util.List;

/**
 * One setting of one node, given on the command line: {@code -option=nodeID,key,value,type}.
 *
 * @param nodeId the node's ID in the workflow
 * @param path the setting's key with its parents, e.g. {@code rows/value}
 * @param value the value as typed
 * @param type the setting's type
 */
public record NodeOption(int nodeId, String path, String value, OptionType type) {

    /** @return the keys of the path, from the model's root to the setting */
    public List<String> keys() {
        return List.of(path.split("/"));
    }

    /**
     * @param text {@code nodeID,key,value,type}; the value may contain commas
     * @return the option
     * @throws BadArgumentException if a part is missing, or the ID, the type or the value is no such thing
     */
    static NodeOption parse(final String text) throws BadArgumentException {
        final int first = text.indexOf(',');
        final int second = text.indexOf(',', first + 1);
        final int last = text.lastIndexOf(',');
        if (first < 0 || second < 0 || last <= second) {
            throw new BadArgumentException("-option=" + text + ": expected nodeID,key,value,type");
        }
        try {
            final int id = Integer.parseInt(text.substring(0, first));
            final OptionType type = OptionType.ofArgument(text.substring(last + 1));
            final String value = text.substring(second + 1, last);
            type.entry(value);
            return new NodeOption(id, text.substring(first + 1, second), value, type);
        } catch (NumberFormatException e) {
            throw new BadArgumentException("-option=" + text + ": the node ID or the value is not a number");
        } catch (IllegalArgumentException e) {
            throw new BadArgumentException("-option=" + text + ": " + e.getMessage());
        }
    }
}
