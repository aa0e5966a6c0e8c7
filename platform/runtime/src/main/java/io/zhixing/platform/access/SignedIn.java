package io.zhixing.platform.access;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * What a verified token says of its caller. It is read from the token once, when that is verified, and asked for several
 * times in each call that brings it ({@link RememberedSignIn}): a look at a claim costs the library an exception for each
 * name that is not one of the standard's.
 */
final class SignedIn {

    /** The identity's attribute that keeps it. */
    static final String ATTRIBUTE = "zhixing_signed_in";
    static final SignedIn NOBODY = new SignedIn("", "", Optional.empty(), List.of(), Set.of());

    private final String clientId;
    private final String subject;
    private final Optional<UUID> member;
    private final List<Grant> grants;
    private final Set<String> oauthScopes;
    private final Map<String, String> authors = new ConcurrentHashMap<>();

    private SignedIn(String clientId, String subject, Optional<UUID> member, List<Grant> grants,
            Set<String> oauthScopes) {
        this.clientId = clientId;
        this.subject = subject;
        this.member = member;
        this.grants = grants;
        this.oauthScopes = oauthScopes;
    }

    /**
     * The claim {@code zhixing_member} is the person's; machines have none. One that is no id names nobody: whoever signs in
     * with it is refused ({@link GrantedRoles}), since a person who passed for a machine would escape the rules about a
     * second person. Entries of {@code zhixing_grants} of another shape are no grants.
     *
     * @throws IllegalArgumentException when the claim {@code zhixing_member} is no id
     */
    static SignedIn of(JsonWebToken token) {
        return new SignedIn(claim(token, "client_id").or(() -> claim(token, "azp")).orElse(""),
                Optional.ofNullable(token.getSubject()).orElse(""),
                claim(token, "zhixing_member").map(UUID::fromString),
                grants(token),
                claim(token, "scope").map(text -> Set.copyOf(Arrays.asList(text.trim().split("\\s+"))))
                        .orElse(Set.of()));
    }

    String clientId() {
        return clientId;
    }

    String subject() {
        return subject;
    }

    Optional<UUID> member() {
        return member;
    }

    List<Grant> grants() {
        return grants;
    }

    Set<String> oauthScopes() {
        return oauthScopes;
    }

    /** How the audit trail names the caller of this operation: the same words for each call, so they are put together once. */
    String author(String operation, Supplier<String> words) {
        return authors.computeIfAbsent(operation, first -> words.get());
    }

    private static List<Grant> grants(JsonWebToken token) {
        return token.getClaim("zhixing_grants") instanceof JsonArray stated
                ? stated.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast)
                        .filter(grant -> grant.get("role") instanceof JsonString
                                && grant.get("organization") instanceof JsonString)
                        .map(grant -> new Grant(grant.getString("role"), grant.getString("organization"))).toList()
                : List.of();
    }

    private static Optional<String> claim(JsonWebToken token, String name) {
        return Optional.<Object>ofNullable(token.getClaim(name)).filter(value -> value != JsonValue.NULL)
                .map(value -> value instanceof JsonString text ? text.getString() : value.toString());
    }
}
