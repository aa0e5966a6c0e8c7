package io.zhixing.platform.access;

import java.util.UUID;

/**
 * Who answers for what a call does, as the audit trail names him: ids and roles, no person's name.
 *
 * @param actor the token's subject
 * @param roles all roles of the token, commas between
 * @param operation the call's operationId; null outside a call
 * @param shard the import that is worked off; null in a call
 * @param auditor whether the token may read the trail
 * @param person whose own rows the call may see; null where the token has no role for it
 */
public record Author(String client, String actor, String roles, String operation, UUID shard, boolean auditor,
        UUID person) {}
