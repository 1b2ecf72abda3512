/** Work ahead and work side by side, with results that do not depend on which thread is faster. */
package org.geco.asd.concurrent;
