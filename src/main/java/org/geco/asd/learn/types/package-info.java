/** What methods share that learn a network of its own for each machine type, from windows of a few frames. */
package org.geco.asd.learn.types;
