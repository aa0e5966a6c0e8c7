package io.zhixing.platform.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** As whom a call acts: by which grants, whose own rows are shown, what the audit trail says. */
@Singleton
class CallAuthor {

    private final Caller caller;
    private final AccessRules rules;
    private final ObjectMapper json;

    CallAuthor(Caller caller, AccessRules rules, ObjectMapper json) {
        this.caller = caller;
        this.rules = rules;
        this.json = json;
    }

    /** The grants that open a subtree to reading. */
    List<Grant> dataGrants() {
        return caller.grants().stream().filter(grant -> rules.dataRoles().contains(grant.role())).toList();
    }

    Optional<UUID> person() {
        return rules.personRole()
                .filter(role -> caller.grants().stream().anyMatch(grant -> grant.role().equals(role)))
                .flatMap(role -> caller.member());
    }

    String words() {
        return caller.authored(() -> {
            try {
                return json.writeValueAsString(caller.author(rules.auditRoles(), person().orElse(null)));
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }
}
