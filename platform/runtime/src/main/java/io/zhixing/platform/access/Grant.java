package io.zhixing.platform.access;

/** A role on an organization, as the caller's token states it; the organization is named by id or code. */
public record Grant(String role, String organization) {}
