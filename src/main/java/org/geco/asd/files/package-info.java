/** Folders that are written as a whole or not at all. */
package org.geco.asd.files;
