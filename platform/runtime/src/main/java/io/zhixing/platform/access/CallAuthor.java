package io.zhixing.platform.access;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** As whom a call acts: for the audit trail, and for the rows that are its caller's own. */
@RequestScoped
class CallAuthor {

    private final Caller caller;
    private final AccessRules rules;
    private final ObjectMapper json;

    CallAuthor(Caller caller, AccessRules rules, ObjectMapper json) {
        this.caller = caller;
        this.rules = rules;
        this.json = json;
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
