package io.zhixing.platform.contract;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.zhixing.platform.retry.Idempotent;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * Completes the generated contract with what holds for every operation, so that no resource repeats it: who may call,
 * how it refuses, what a repeat needs, the words of enum constants. Runs at build time; nothing in it depends on the
 * machine, so the committed document can be compared byte for byte.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {

    static final String SECURITY = "zhixing";
    private static final String IF_MATCH = "If-Match";

    /** Parameters that mean the same everywhere. */
    private static final Map<String, String> DESCRIPTIONS = Map.of(
            "organization", "组织标识或编码，含其全部下级 Organization by id or code; its subtree is meant",
            "directOnly", "填true只看本级，不含下级 true: the organization itself without its subtree",
            "from", "起始日，含当日，YYYY-MM-DD First day, YYYY-MM-DD in Asia/Shanghai, included",
            "to", "截止日，含当日，YYYY-MM-DD Last day, YYYY-MM-DD in Asia/Shanghai, included",
            "asOf",
            "知悉日：此后录入的不计，不填为截至现在 Knowledge day: what was entered later does not count; all known now when absent",
            "id", "标识 Id",
            "kind", "种类 Kind",
            IF_MATCH, "版本条件，必填：最近一次读取时响应头ETag的值，例如\"v1\"，连同引号；此后资源已改变的不予执行 Required: the ETag last read, "
                    + "such as \"v1\" with its quotes; the call is refused when the resource has changed since");

    private final ContractOperations operations;
    private final IndexView index;

    public ContractFilter(IndexView index) {
        this.index = index;
        this.operations = new ContractOperations(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var service = ConfigProvider.getConfig().getValue("zhixing.service", String.class);
        var refusals = new Refusals();
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> complete(service, path, method, operation, refusals)));
        refusals.putInto(document.getComponents());
        labels(document);
        UsedSchemas.keepOnly(document);
        document.getComponents().addSecurityScheme(SECURITY, securityScheme(service));
    }

    private void complete(String service, String path, PathItem.HttpMethod verb, Operation operation,
            Refusals refusals) {
        var method = operations.method(operation.getOperationId()).orElseThrow(
                () -> new IllegalStateException(verb + " " + path + " has no @Operation with an operationId"));
        if (ContractOperations.isPublic(method)) {
            operation.setSecurity(List.of());
        } else {
            var scope = service + (ContractOperations.reads(method) ? ":read" : ":write");
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(SECURITY, scope)));
            operation.addExtension("x-required-roles", ContractOperations.roles(method));
        }
        // A form that is filled in shows what is required before it is sent, and not by its refusal.
        var versions = parameters(operation).stream().filter(one -> IF_MATCH.equalsIgnoreCase(one.getName())).toList();
        versions.forEach(version -> version.setRequired(true));
        boolean listed = parameters(operation).stream().anyMatch(parameter -> Parameter.In.QUERY == parameter.getIn());
        if (verb == PathItem.HttpMethod.POST && ContractOperations.takesKey(method)) {
            operation.addParameter(idempotencyKey(ContractOperations.needsKey(method)));
        }
        operation.addParameter(language());
        refusals.add(operation, operations.refusals(method, operation.getRequestBody() != null, path.contains("{"),
                !versions.isEmpty(), listed));
        ContractOperations.diagram(method).ifPresent(
                diagram -> operation.setDescription(operation.getDescription() + "\n\n" + diagram));
        exports(operation);
        success(operation, method);
        DESCRIPTIONS.forEach((name, text) -> parameters(operation).stream()
                .filter(parameter -> parameter.getName().equals(name) && parameter.getDescription() == null)
                .forEach(parameter -> parameter.setDescription(text)));
        if (ContractOperations.isOfEveryService(method)) {
            operation.setOperationId(ofService(operation.getOperationId(), service));
        }
    }

    /** What every service answers has a name in each, because the contracts are joined: {@code startImportOfSession}. */
    private static String ofService(String operationId, String service) {
        return Arrays.stream(service.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining("", operationId + "Of", ""));
    }

    /** The status that the method declares, and the headers that {@code ETag} writes. */
    private static void success(Operation operation, MethodInfo method) {
        var answers = operation.getResponses();
        var declared = method.annotation("org.jboss.resteasy.reactive.ResponseStatus");
        var ok = answers.getAPIResponse("200");
        if (ok == null) {
            return;
        }
        if (declared != null && declared.value().asInt() != 200) {
            answers.removeAPIResponse("200");
            answers.addAPIResponse(String.valueOf(declared.value().asInt()), ok.description("已建立 Created"));
            ok.addHeader("Location", header("地址 Address of what was made"));
        } else if (ok.getDescription() == null || ok.getDescription().equals("OK")) {
            ok.setDescription("成功 Done");
        }
        if (ContractOperations.saysItsDay(method)) {
            ok.addHeader("As-Of", header(
                    "截至日，导出时给出，没有记录时也给出 With an export, also one without a row: the day by which it was judged, YYYY-MM-DD")
                    .required(false));
        }
        if (method.returnType().name().toString().equals("org.jboss.resteasy.reactive.RestResponse")) {
            ok.addHeader("ETag", header("版本标记 Version, for If-Match and If-None-Match"));
            if (ContractOperations.reads(method)) {
                answers.addAPIResponse("304",
                        OASFactory.createAPIResponse().description("未改变 The caller has this version"));
            }
        }
    }

    private static Header header(String description) {
        return OASFactory.createHeader().required(true).description(description)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }

    private static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }

    /** The exports of a list are texts, not its JSON. */
    private static void exports(Operation operation) {
        operation.getResponses().getAPIResponses().values().stream().filter(answer -> answer.getContent() != null)
                .forEach(answer -> answer.getContent().getMediaTypes().forEach((type, media) -> {
                    if (type.equals("text/csv") || type.equals("application/x-ndjson")) {
                        media.setSchema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)
                                .description("导出的全部记录 All rows"));
                        media.setExamples(null);
                        media.setExample(null);
                    }
                }));
    }

    private static Parameter idempotencyKey(boolean required) {
        var key = OASFactory.createParameter().name("Idempotency-Key").in(Parameter.In.HEADER).required(required)
                .description(
                        "幂等键，保存72小时：同一个键重复调用，得到同样的回答，不会再执行一次 Repeating the call with the same key gives the same answer "
                                + "and no second effect; kept 72 hours")
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING).minLength(1).maxLength(130));
        return required
                ? key.description("幂等键，必填：每个新请求自拟一个新值 Required, a new value of your own for each new request. "
                        + key.getDescription()).example(Idempotent.EXAMPLE)
                : key;
    }

    private static Parameter language() {
        return OASFactory.createParameter().name("Accept-Language").in(Parameter.In.HEADER).required(false)
                .description(
                        "标题和详情的语言，zh-CN或en，不填为zh-CN Language of titles and details: zh-CN or en; zh-CN when absent")
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }

    /** Addresses of the identity provider are put in at start-up, see {@link IdentityProviderAddress}. */
    private static SecurityScheme securityScheme(String service) {
        var scopes = Map.of(service + ":read", "读取 Read", service + ":write", "写入 Write");
        return OASFactory.createSecurityScheme().type(SecurityScheme.Type.OAUTH2)
                .description("身份认证 Sign-in at the identity provider")
                .flows(OASFactory.createOAuthFlows().authorizationCode(OASFactory.createOAuthFlow()
                        .authorizationUrl("/authorize").tokenUrl("/token").scopes(new TreeMap<>(scopes))));
    }

    private void labels(OpenAPI document) {
        var schemas = document.getComponents().getSchemas();
        index.getKnownClasses().stream().filter(ClassInfo::isEnum).forEach(type -> {
            var labels = new TreeMap<String, Object>();
            type.fields().stream().filter(field -> field.hasAnnotation(Label.class)).forEach(field -> {
                var label = field.annotation(Label.class.getName());
                // Linked, because the order of Map.of differs from one JVM to the next.
                var words = new LinkedHashMap<String, String>();
                words.put("zh", label.value("zh").asString());
                words.put("en", label.value("en").asString());
                labels.put(field.name(), words);
            });
            var schema = schemas.get(schemaName(type));
            if (schema != null && !labels.isEmpty()) {
                schema.addExtension("x-labels", labels);
            }
        });
    }

    /** Two enums of one simple name, such as Type, need a name each in the contract. */
    private static String schemaName(ClassInfo type) {
        var schema = type.declaredAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
        return schema == null || schema.value("name") == null ? type.simpleName() : schema.value("name").asString();
    }
}
