package io.zhixing.platform.contract;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Leaves in the contract only the schemas that its operations reach. The platform describes more than one service uses,
 * and the generator's own switch for this runs before the refusals are added.
 */
final class UsedSchemas {

    private final Map<String, Schema> schemas;
    private final Set<String> used = new HashSet<>();

    private UsedSchemas(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    static void keepOnly(OpenAPI document) {
        var walk = new UsedSchemas(document.getComponents().getSchemas());
        document.getPaths().getPathItems().values().stream().flatMap(item -> item.getOperations().values().stream())
                .flatMap(UsedSchemas::roots).forEach(walk::visit);
        document.getComponents().getResponses().values().stream().map(APIResponse::getContent)
                .flatMap(UsedSchemas::schemas).forEach(walk::visit);
        document.getComponents().getSchemas().keySet().stream().filter(name -> !walk.used.contains(name)).toList()
                .forEach(document.getComponents()::removeSchema);
    }

    private static Stream<Schema> roots(Operation operation) {
        var parameters = orNone(operation.getParameters()).map(Parameter::getSchema);
        var bodies = Stream.concat(
                Stream.ofNullable(operation.getRequestBody()).map(body -> body.getContent()),
                operation.getResponses().getAPIResponses().values().stream().map(answer -> answer.getContent()));
        return Stream.concat(parameters, bodies.filter(Objects::nonNull).flatMap(UsedSchemas::schemas));
    }

    private static Stream<Schema> schemas(Content content) {
        return content.getMediaTypes().values().stream().map(MediaType::getSchema);
    }

    private void visit(Schema schema) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            var name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
            if (used.add(name)) {
                visit(schemas.get(name));
            }
        }
        visit(schema.getItems());
        visit(schema.getNot());
        visit(schema.getAdditionalPropertiesSchema());
        orNone(schema.getProperties() == null ? null : schema.getProperties().values()).forEach(this::visit);
        Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf()).flatMap(UsedSchemas::orNone)
                .forEach(this::visit);
    }

    private static <T> Stream<T> orNone(Collection<T> values) {
        return values == null ? Stream.empty() : values.stream();
    }
}
