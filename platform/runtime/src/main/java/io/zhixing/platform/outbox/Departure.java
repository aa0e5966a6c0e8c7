package io.zhixing.platform.outbox;

import java.util.UUID;

/** A resource that went from one organization to another, such as a member who was transferred. */
public record Departure(String resourceType, UUID id, long version, String path, String previousPath) {}
