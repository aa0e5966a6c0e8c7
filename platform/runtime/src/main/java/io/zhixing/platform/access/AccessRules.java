package io.zhixing.platform.access;

import java.util.Optional;
import java.util.Set;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;

/** What the platform must know of a service's roles; their meaning stays in the service. */
@StaticInitSafe
@ConfigMapping(prefix = "zhixing.access")
public interface AccessRules {

    /** Roles whose grants open the subtree of their organization to reading. */
    Set<String> dataRoles();

    /** Roles that may upload files; each row is then judged like a single call. */
    Set<String> importRoles();

    /** Roles that read the audit trail, and nothing else by that. */
    Set<String> auditRoles();

    /** Roles that look after the machinery, such as parked events, and see no data by that. */
    Set<String> operatorRoles();

    /** The role by which a person sees the rows about himself; its grants open no subtree. */
    Optional<String> personRole();

    /** Roles of which one token may hold one only. */
    Set<String> separatedRoles();
}
