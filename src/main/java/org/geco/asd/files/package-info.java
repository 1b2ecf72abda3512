/** Files that are written as a whole or not at all: folders of output, archives of models and checkpoints. */
package org.geco.asd.files;
