package io.zhixing.platform.testing.token;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.zhixing.platform.testing.Settings;

/**
 * Bearer tokens for tests, signed by the identity server that the service under test trusts. What is wrong about a
 * token is asked for by name; everything not asked for is right: audience, issuer, key, term, the service's two scopes.
 * <pre>{@code
 * given().auth().oauth2(Tokens.of("READER", "001"))
 * given().auth().oauth2(Tokens.grant("CLERK", branch).and("READER", other).member(id).token())
 * }</pre>
 */
public final class Tokens {

    private static final String AUDIENCE = "zhixing";
    /** Longer ago than any leeway for clocks. One moment for all, so that equal tokens are signed once. */
    private static final long ENDED = Instant.now(Clock.systemUTC()).minusSeconds(3600).getEpochSecond();

    private final List<Map<String, String>> grants = new ArrayList<>();
    private final Map<String, Object> claims = new LinkedHashMap<>();
    private boolean foreignKey;

    private Tokens() {
        var service = Settings.get("zhixing.service", "");
        claims.put("aud", Settings.get("quarkus.oidc.token.audience", AUDIENCE));
        claims.put("sub", "test");
        claims.put("client_id", "test");
        claims.put("azp", "test");
        claims.put("scope", service + ":read " + service + ":write");
        claims.put("zhixing_grants", grants);
    }

    /** @param organization id or code */
    public static String of(String role, Object organization) {
        return grant(role, organization).token();
    }

    public static Tokens grant(String role, Object organization) {
        return new Tokens().and(role, organization);
    }

    /** Somebody who is known to the identity provider and has no role anywhere. */
    public static Tokens withoutGrants() {
        return new Tokens();
    }

    public Tokens and(String role, Object organization) {
        grants.add(Map.of("role", role, "organization", organization.toString()));
        return this;
    }

    /** The person who calls; without it the caller is a machine. */
    public Tokens member(UUID id) {
        claims.put("zhixing_member", id.toString());
        return subject(id.toString());
    }

    /** What a provider puts there that was set up wrongly. */
    public Tokens memberThatIsNoId(String text) {
        claims.put("zhixing_member", text);
        return this;
    }

    /** Idempotency keys and cursors belong to client and subject. */
    public Tokens subject(String subject) {
        claims.put("sub", subject);
        return this;
    }

    public Tokens client(String id) {
        claims.put("client_id", id);
        claims.put("azp", id);
        return this;
    }

    /** Instead of the service's own two. */
    public Tokens scopes(String... scopes) {
        claims.put("scope", String.join(" ", scopes));
        return this;
    }

    public Tokens forAudience(String audience) {
        claims.put("aud", audience);
        return this;
    }

    /** Ended an hour before the tests began. */
    public Tokens expired() {
        claims.put("iat", ENDED - 3600);
        claims.put("nbf", ENDED - 3600);
        claims.put("exp", ENDED);
        return this;
    }

    /** Holds from an hour from now on, longer than any leeway for clocks. */
    public Tokens notYetValid() {
        var begins = Instant.now(Clock.systemUTC()).plusSeconds(3600).getEpochSecond();
        claims.put("nbf", begins);
        claims.put("exp", begins + 3600);
        return this;
    }

    /** Signed by the identity server in the name of another one. */
    public Tokens from(String issuer) {
        claims.put("iss", issuer);
        return this;
    }

    /** Right in every claim, signed with a key that the identity server does not publish. */
    public Tokens signedBySomebodyElse() {
        foreignKey = true;
        return this;
    }

    public String token() {
        return foreignKey
                ? ForeignKey.sign(IdentityServer.ofTheService().issuer(), claims)
                : IdentityServer.ofTheService().token(claims);
    }
}
