package io.zhixing.platform.outbox;

/**
 * An organization stands elsewhere in the tree. That is no version of it: {@link #version()} counts its places, so that
 * consumers order them, and the change feed learns of both paths.
 */
public interface Relocation extends DomainEvent {

    /** Present path key. */
    String path();

    String previousPath();

    /** Type and version under which the change feed has the organization. */
    String resourceType();

    long resourceVersion();
}
