/** The model ports: trained PAEs and trained GeCo models as objects that travel along a workflow's connections. */
package org.geco.asd.nodes.model;
