/** Nodes declared step by step. */
package org.knime.node;
