package io.zhixing.platform.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

class RememberedSignInTest {

    private static final Instant NOW = Instant.parse("2016-07-01T00:00:00Z");

    private final Hands clock = new Hands();
    private final Provider provider = new Provider();
    private final RememberedSignIn signIn = new RememberedSignIn(provider, clock);

    @Test
    void a_token_is_verified_once_in_half_a_minute() {
        // Given
        var first = authenticated("Bearer one");
        clock.now = NOW.plusSeconds(29);
        // When
        var second = authenticated("Bearer one");
        // Then
        assertEquals(1, provider.verified);
        assertEquals(first.getPrincipal(), second.getPrincipal());
        assertEquals(Set.of("READER"), second.getRoles());
        assertSame(first.<SignedIn>getAttribute(SignedIn.ATTRIBUTE), second.getAttribute(SignedIn.ATTRIBUTE));
        assertNull(second.getAttribute("call"), "what belongs to the first call");
    }

    @Test
    void after_half_a_minute_it_is_verified_again() {
        // Given
        authenticated("Bearer one");
        clock.now = NOW.plus(RememberedSignIn.LONGEST);
        // When
        authenticated("Bearer one");
        // Then
        assertEquals(2, provider.verified);
    }

    @Test
    void a_token_is_not_remembered_beyond_its_own_end() {
        // Given
        provider.expiry = NOW.plusSeconds(5);
        authenticated("Bearer one");
        clock.now = NOW.plusSeconds(5);
        // When
        authenticated("Bearer one");
        // Then
        assertEquals(2, provider.verified);
    }

    @Test
    void another_token_a_lower_case_scheme_and_no_token_are_the_provider_s() {
        // Given
        authenticated("Bearer one");
        // When
        authenticated("Bearer onE");
        authenticated("bearer one");
        authenticated(null);
        // Then
        assertEquals(4, provider.verified);
    }

    @Test
    void who_is_not_known_by_a_token_is_not_remembered() {
        // Given
        provider.known = false;
        authenticated("Bearer one");
        // When
        authenticated("Bearer one");
        // Then
        assertEquals(2, provider.verified);
    }

    private SecurityIdentity authenticated(String header) {
        return signIn.authenticate(call(header), null).await().indefinitely();
    }

    private static RoutingContext call(String header) {
        var request = (HttpServerRequest) Proxy.newProxyInstance(RememberedSignInTest.class.getClassLoader(),
                new Class<?>[]{HttpServerRequest.class}, (proxy, method, arguments) -> header);
        return (RoutingContext) Proxy.newProxyInstance(RememberedSignInTest.class.getClassLoader(),
                new Class<?>[]{RoutingContext.class}, (proxy, method, arguments) -> request);
    }

    /** An identity provider that takes every token. */
    private static final class Provider implements HttpAuthenticationMechanism {

        private int verified;
        private boolean known = true;
        private Instant expiry = NOW.plusSeconds(3_600);

        @Override
        public Uni<SecurityIdentity> authenticate(RoutingContext call, IdentityProviderManager identities) {
            verified++;
            return Uni.createFrom().item(known
                    ? QuarkusSecurityIdentity.builder().setPrincipal(new Token(expiry)).addRole("READER")
                            .addAttribute(SignedIn.ATTRIBUTE, SignedIn.NOBODY)
                            .addAttribute("call", call).build()
                    : null);
        }

        @Override
        public Uni<ChallengeData> getChallenge(RoutingContext call) {
            return Uni.createFrom().nullItem();
        }
    }

    private record Token(Instant expiry) implements JsonWebToken {

        @Override
        public String getName() {
            return "reader";
        }

        @Override
        public Set<String> getClaimNames() {
            return Set.of("exp");
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T getClaim(String name) {
            return name.equals("exp") ? (T) (Long) expiry.getEpochSecond() : null;
        }
    }

    /** A clock that a test sets. */
    private static final class Hands extends Clock {

        private Instant now = NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
