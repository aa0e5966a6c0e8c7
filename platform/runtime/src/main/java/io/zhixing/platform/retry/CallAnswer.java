package io.zhixing.platform.retry;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhixing.platform.imports.Upload;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** An answer as a repeat of the call gets it: status, the headers that are part of the result, and the body's bytes. */
record CallAnswer(int status, Map<String, String> headers, byte[] body) {

    @RequestScoped
    static class Reader {

        private final ObjectMapper json;
        private final HttpHeaders headers;
        private final UriInfo uri;
        private final Request request;

        Reader(ObjectMapper json, HttpHeaders headers, UriInfo uri, Request request) {
            this.json = json;
            this.headers = headers;
            this.uri = uri;
            this.request = request;
        }

        /** Method and path: together with the caller the space in which a key must be unique. */
        String operation() {
            return request.getMethod() + " " + uri.getPath();
        }

        /**
         * Covers method, address, If-Match and the body as it was understood: two texts that mean the same request have
         * the same hash. Of an uploaded file it takes the digest.
         */
        byte[] requestHash(Object[] parameters) {
            try {
                var digest = MessageDigest.getInstance("SHA-256");
                digest.update((operation() + "?" + uri.getRequestUri().getRawQuery() + "\n"
                        + headers.getHeaderString("If-Match") + "\n").getBytes(StandardCharsets.UTF_8));
                for (var parameter : parameters) {
                    if (parameter instanceof Upload file) {
                        digest.update(file.digest().getBytes(StandardCharsets.US_ASCII));
                    } else if (parameter instanceof Record body) {
                        digest.update(json.writeValueAsBytes(body));
                    }
                }
                return digest.digest();
            } catch (NoSuchAlgorithmException | JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        CallAnswer answer(Method operation, Object result) throws JsonProcessingException {
            var kept = new LinkedHashMap<String, String>();
            var declared = operation.getAnnotation(ResponseStatus.class);
            int status = declared == null ? 200 : declared.value();
            var entity = result;
            if (result instanceof RestResponse<?> response) {
                status = response.getStatus();
                entity = response.getEntity();
                for (var name : new String[]{"Location", "ETag", "Cache-Control"}) {
                    if (response.getHeaderString(name) != null) {
                        kept.put(name, response.getHeaderString(name));
                    }
                }
            }
            if (entity == null) {
                return new CallAnswer(status == 200 ? 204 : status, kept, new byte[0]);
            }
            kept.put("Content-Type", MediaType.APPLICATION_JSON + ";charset=UTF-8");
            return new CallAnswer(status, kept, json.writeValueAsBytes(entity));
        }
    }
}
