/** What a training reports after each epoch. */
package org.geco.asd.learn.history;
