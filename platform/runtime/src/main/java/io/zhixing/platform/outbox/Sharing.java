package io.zhixing.platform.outbox;

import java.util.UUID;

/**
 * A resource that a second organization sees too, such as the receiver of what another one sends.
 *
 * @param otherPath path key of the second organization
 */
public record Sharing(String resourceType, UUID id, long version, String otherPath) {}
