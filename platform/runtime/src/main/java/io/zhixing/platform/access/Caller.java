package io.zhixing.platform.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;

import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who calls: a person through a client, or a machine. Everything here was signed by the identity provider. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    public boolean isAnonymous() {
        return identity.isAnonymous();
    }

    /** Client and subject: what idempotency keys and cursors belong to. */
    public String name() {
        return clientId() + "/" + token().map(JsonWebToken::getSubject).orElse("");
    }

    public String clientId() {
        return claim("client_id").or(() -> claim("azp")).orElse("");
    }

    /** The member who calls; empty for machines. */
    public Optional<UUID> member() {
        return claim("zhixing_member").map(UUID::fromString);
    }

    /** The OAuth scopes of the token. */
    public Set<String> oauthScopes() {
        return claim("scope").map(text -> Set.copyOf(Arrays.asList(text.trim().split("\\s+")))).orElse(Set.of());
    }

    public List<Grant> grants() {
        return token().map(Caller::grants).orElse(List.of());
    }

    /** The claim {@code zhixing_grants}; entries of another shape are no grants. */
    static List<Grant> grants(JsonWebToken token) {
        return token.getClaim("zhixing_grants") instanceof JsonArray stated
                ? stated.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast)
                        .filter(grant -> grant.get("role") instanceof JsonString
                                && grant.get("organization") instanceof JsonString)
                        .map(grant -> new Grant(grant.getString("role"), grant.getString("organization"))).toList()
                : List.of();
    }

    private Optional<JsonWebToken> token() {
        return identity.getPrincipal() instanceof JsonWebToken token ? Optional.of(token) : Optional.empty();
    }

    private Optional<String> claim(String name) {
        return token().map(token -> token.getClaim(name))
                .map(value -> value instanceof JsonString text ? text.getString() : value.toString());
    }
}
