package io.zhixing.platform.testing.access;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhixing.platform.testing.contract.Contract;
import io.zhixing.platform.testing.contract.Operation;
import io.zhixing.platform.testing.token.Tokens;

/** The tokens of all who call, each of a person of its own, so that nobody meets another one's cursors and imports. */
final class Callers {

    private static final String READS = "READER";

    private final Neighbourhood around;
    private final List<String> roles;

    Callers(Neighbourhood around, Contract contract) {
        this.around = around;
        this.roles = contract.operations().stream().flatMap(operation -> required(operation).stream()).distinct()
                .toList();
    }

    static List<String> required(Operation operation) {
        return StreamSupport.stream(operation.node().path("x-required-roles").spliterator(), false)
                .map(JsonNode::asText).toList();
    }

    Neighbourhood around() {
        return around;
    }

    /** Null for the one who has none. */
    String token(Standing standing, Operation operation, Call call) {
        var role = call.roleOf(operation);
        var own = around.own().reference();
        return switch (standing) {
            case NO_TOKEN -> null;
            case NO_GRANT -> person(Tokens.withoutGrants(), standing);
            case WRONG_ROLE -> person(Tokens.grant(otherThan(required(operation)), own), standing);
            case ROLE_ELSEWHERE -> person(Tokens.grant(role, around.sibling().reference()).and(READS, own), standing);
            case EXPIRED -> person(Tokens.grant(role, own).expired(), standing);
            case WRONG_AUDIENCE -> person(Tokens.grant(role, own).forAudience("somebody-else"), standing);
            default -> person(Tokens.grant(role, around.of(standing).reference()), standing);
        };
    }

    private String otherThan(List<String> required) {
        return roles.stream().filter(role -> !required.contains(role)).findFirst().orElse("NOBODY_OF_THIS_SERVICE");
    }

    private static String person(Tokens tokens, Standing standing) {
        return tokens.member(UUID.nameUUIDFromBytes(standing.name().getBytes(StandardCharsets.UTF_8)))
                .token();
    }
}
