/** Which machine a recording is of, and how that is read from where the recording lies. */
package org.geco.asd.dataset;
