/** What every room needs: the exception of everything that a user can mend, progress, seeds of random numbers. */
package org.geco.asd.common;
