package io.zhixing.platform.testing.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("landing")
class TokensTest {

    private static final MockOAuth2Server SERVER = new MockOAuth2Server(new OAuth2Config(true));

    @BeforeAll
    static void start() {
        SERVER.start();
        System.setProperty("quarkus.oidc.auth-server-url", SERVER.issuerUrl("zhixing").toString());
        System.setProperty("zhixing.service", "sample");
    }

    @AfterAll
    static void stop() {
        SERVER.shutdown();
        System.clearProperty("quarkus.oidc.auth-server-url");
        System.clearProperty("zhixing.service");
    }

    @Test
    void a_token_carries_the_grant_the_audience_and_the_scopes_of_the_service() throws ParseException {
        // When
        var claims = SignedJWT.parse(Tokens.of("READER", "001")).getJWTClaimsSet();
        // Then
        assertEquals(List.of("zhixing"), claims.getAudience());
        assertEquals("sample:read sample:write", claims.getStringClaim("scope"));
        assertEquals(List.of(Map.of("role", "READER", "organization", "001")), claims.getClaim("zhixing_grants"));
        assertEquals(SERVER.issuerUrl("zhixing").toString(), claims.getIssuer());
    }

    @Test
    void a_token_is_signed_by_the_key_that_the_server_publishes() throws ParseException, JOSEException {
        // When
        var token = SignedJWT.parse(Tokens.of("READER", "001"));
        // Then
        assertTrue(isSignedByTheServer(token));
    }

    @Test
    void a_member_with_two_grants_is_both_named_and_granted() throws ParseException {
        // Given
        var member = UUID.randomUUID();
        // When
        var claims = SignedJWT.parse(Tokens.grant("A", "001").and("B", "002").member(member).token()).getJWTClaimsSet();
        // Then
        assertEquals(member.toString(), claims.getStringClaim("zhixing_member"));
        assertEquals(2, claims.getListClaim("zhixing_grants").size());
    }

    @Test
    void an_expired_token_has_ended() throws ParseException {
        // When
        var claims = SignedJWT.parse(Tokens.grant("READER", "001").expired().token()).getJWTClaimsSet();
        // Then
        assertTrue(claims.getExpirationTime().toInstant()
                .isBefore(SignedJWT.parse(Tokens.of("READER", "001")).getJWTClaimsSet().getIssueTime().toInstant()));
    }

    @Test
    void a_foreign_audience_stands_instead_of_ours() throws ParseException {
        // When
        var claims = SignedJWT.parse(Tokens.grant("READER", "001").forAudience("other").token()).getJWTClaimsSet();
        // Then
        assertEquals(List.of("other"), claims.getAudience());
    }

    @Test
    void a_token_signed_by_somebody_else_claims_the_same_and_does_not_verify() throws ParseException, JOSEException {
        // When
        var token = SignedJWT.parse(Tokens.grant("READER", "001").signedBySomebodyElse().token());
        // Then
        assertEquals(SERVER.issuerUrl("zhixing").toString(), token.getJWTClaimsSet().getIssuer());
        assertEquals(List.of("zhixing"), token.getJWTClaimsSet().getAudience());
        assertFalse(isSignedByTheServer(token));
    }

    private static boolean isSignedByTheServer(SignedJWT token) throws JOSEException {
        var key = SERVER.getConfig().getTokenProvider().publicJwkSet("zhixing").getKeys().get(0).toRSAKey();
        return token.verify(new RSASSAVerifier(key));
    }
}
