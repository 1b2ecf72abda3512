/** What a runner gives to the API so that nodes find what KNIME would give them; no part of KNIME. */
package org.knime.embedded;
