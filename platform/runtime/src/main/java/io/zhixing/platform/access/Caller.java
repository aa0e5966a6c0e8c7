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
import jakarta.json.JsonValue;

import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who calls: a person through a client, or a machine. Everything here was signed by the identity provider. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;
    private Standing assumed;
    private String operation;
    private UUID job;

    /**
     * What a caller's token said, kept for work that goes on after his call.
     *
     * @param member null for machines, and in what was kept before it was
     */
    public record Standing(String clientId, String name, UUID member, List<Grant> grants) {}

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Standing standing() {
        return assumed != null ? assumed : new Standing(clientId(), name(), member().orElse(null), grants());
    }

    /** This request context works on behalf of that caller: for jobs, which no token accompanies. */
    public void assume(Standing standing) {
        assumed = standing;
    }

    /** The call in hand, by its operationId. */
    public void calls(String operation) {
        this.operation = operation;
    }

    /** The import in hand: its entries in the audit trail have chains of their own. */
    public void worksOff(UUID job) {
        this.job = job;
    }

    /** @param auditRoles roles that read the audit trail; @param person whose own rows he may see, or null */
    public Author author(Set<String> auditRoles, UUID person) {
        var roles = grants().stream().map(Grant::role).distinct().sorted().toList();
        return new Author(clientId(), name().substring(clientId().length() + 1), String.join(",", roles), operation,
                job, roles.stream().anyMatch(auditRoles::contains), person);
    }

    public boolean isAnonymous() {
        return assumed == null && identity.isAnonymous();
    }

    /** Client and subject: what idempotency keys and cursors belong to. */
    public String name() {
        return assumed != null
                ? assumed.name()
                : clientId() + "/" + token().map(JsonWebToken::getSubject).orElse("");
    }

    public String clientId() {
        return assumed != null ? assumed.clientId() : claim("client_id").or(() -> claim("azp")).orElse("");
    }

    /** The member who calls; empty for machines. */
    public Optional<UUID> member() {
        return assumed != null
                ? Optional.ofNullable(assumed.member())
                : token().flatMap(Caller::member);
    }

    /** The OAuth scopes of the token. */
    public Set<String> oauthScopes() {
        return claim("scope").map(text -> Set.copyOf(Arrays.asList(text.trim().split("\\s+")))).orElse(Set.of());
    }

    public List<Grant> grants() {
        if (assumed != null) {
            return assumed.grants();
        }
        List<Grant> known = identity.getAttribute(GrantedRoles.GRANTS);
        return known != null ? known : token().map(Caller::grants).orElse(List.of());
    }

    /**
     * The claim {@code zhixing_member}; machines have none. One that is no id names nobody: whoever signs in with it is
     * refused ({@link GrantedRoles}), since a person who passed for a machine would escape the rules about a second person.
     *
     * @throws IllegalArgumentException when it is no id
     */
    static Optional<UUID> member(JsonWebToken token) {
        return claim(token, "zhixing_member").map(UUID::fromString);
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
        return token().flatMap(token -> claim(token, name));
    }

    private static Optional<String> claim(JsonWebToken token, String name) {
        return Optional.<Object>ofNullable(token.getClaim(name)).filter(value -> value != JsonValue.NULL)
                .map(value -> value instanceof JsonString text ? text.getString() : value.toString());
    }
}
