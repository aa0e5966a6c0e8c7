package io.zhixing.platform.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * A token whose signature, issuer, audience and times were verified within the last half minute is not verified again: a
 * caller sends the same one with every call, and verifying it cost more of the service's time than a read. It is never
 * taken beyond its own expiry. A signing key that the provider withdraws is refused half a minute later than before; what
 * a caller may see is read anew in each call, so grants and moves in the tree take effect as they did.
 */
@Singleton
public class RememberedSignIn implements HttpAuthenticationMechanism {

    static final Duration LONGEST = Duration.ofSeconds(30);
    /** Beyond this many callers in half a minute all are verified anew: what is remembered must not grow without end. */
    private static final int MOST = 10_000;
    private static final String BEARER = "Bearer ";

    private final HttpAuthenticationMechanism provider;
    private final Clock clock;
    private final Map<String, Verified> byDigest = new ConcurrentHashMap<>();

    private record Verified(SecurityIdentity identity, Instant until) {}

    @Inject
    RememberedSignIn(OidcAuthenticationMechanism provider, Clock clock) {
        this((HttpAuthenticationMechanism) provider, clock);
    }

    RememberedSignIn(HttpAuthenticationMechanism provider, Clock clock) {
        this.provider = provider;
        this.clock = clock;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext call, IdentityProviderManager identities) {
        var header = call.request().getHeader("Authorization");
        if (header == null || !header.startsWith(BEARER)) {
            return provider.authenticate(call, identities);
        }
        var digest = digest(header.substring(BEARER.length()));
        var known = byDigest.get(digest);
        if (known != null && Instant.now(clock).isBefore(known.until())) {
            return Uni.createFrom().item(known.identity());
        }
        return provider.authenticate(call, identities).invoke(identity -> remember(digest, identity));
    }

    private void remember(String digest, SecurityIdentity identity) {
        if (identity == null || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return;
        }
        var now = Instant.now(clock);
        var expiry = Instant.ofEpochSecond(token.getExpirationTime());
        var until = expiry.isBefore(now.plus(LONGEST)) ? expiry : now.plus(LONGEST);
        if (byDigest.size() >= MOST) {
            byDigest.clear();
        }
        byDigest.put(digest, new Verified(withoutCall(identity), until));
    }

    /** The provider ties what it has verified to the call that brought it; that call ends. */
    private static SecurityIdentity withoutCall(SecurityIdentity identity) {
        var kept = QuarkusSecurityIdentity.builder().setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles()).addCredentials(identity.getCredentials());
        Optional.ofNullable(identity.<Object>getAttribute(SignedIn.ATTRIBUTE))
                .ifPresent(signedIn -> kept.addAttribute(SignedIn.ATTRIBUTE, signedIn));
        return kept.build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext call) {
        return provider.getChallenge(call);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return provider.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext call) {
        return provider.getCredentialTransport(call);
    }

    /** Before the provider's own, which asks for the same credentials. */
    @Override
    public int getPriority() {
        return provider.getPriority() + 1;
    }

    /** How long a look takes must tell nothing of the tokens of others. */
    private static String digest(String token) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
