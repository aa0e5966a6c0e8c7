package io.zhixing.platform.retry;

import java.util.Arrays;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Spares the body of a resource that the caller already has. */
@Provider
public class NotModified implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var known = request.getHeaderString("If-None-Match");
        var present = response.getHeaderString("ETag");
        if (known != null && present != null && request.getMethod().equals("GET") && response.getStatus() == 200
                && Arrays.stream(known.split(",")).map(String::trim)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(present))) {
            response.setStatus(304);
            response.setEntity(null);
        }
    }
}
