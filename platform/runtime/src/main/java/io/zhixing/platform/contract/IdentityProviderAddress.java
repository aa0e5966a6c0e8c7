package io.zhixing.platform.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Puts into the served contract how people sign in here: the provider's addresses, and the scope {@code openid} that
 * OpenID Connect providers ask for. The committed contract is the same everywhere.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class IdentityProviderAddress implements OASFilter {

    @Override
    public SecurityScheme filterSecurityScheme(SecurityScheme scheme) {
        if (scheme.getFlows() != null && scheme.getFlows().getAuthorizationCode() != null) {
            var config = ConfigProvider.getConfig();
            scheme.getFlows().getAuthorizationCode()
                    .authorizationUrl(config.getValue("zhixing.sign-in.authorization-url", String.class))
                    .tokenUrl(config.getValue("zhixing.sign-in.token-url", String.class))
                    .addScope("openid", "登录 Sign-in");
        }
        return scheme;
    }
}
