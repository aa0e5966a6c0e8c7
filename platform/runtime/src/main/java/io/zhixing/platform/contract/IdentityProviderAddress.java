package io.zhixing.platform.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Puts the addresses at which people sign in into the served contract; the committed one is the same everywhere. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class IdentityProviderAddress implements OASFilter {

    @Override
    public SecurityScheme filterSecurityScheme(SecurityScheme scheme) {
        if (scheme.getFlows() != null && scheme.getFlows().getAuthorizationCode() != null) {
            var config = ConfigProvider.getConfig();
            scheme.getFlows().getAuthorizationCode()
                    .authorizationUrl(config.getValue("zhixing.sign-in.authorization-url", String.class))
                    .tokenUrl(config.getValue("zhixing.sign-in.token-url", String.class));
        }
        return scheme;
    }
}
