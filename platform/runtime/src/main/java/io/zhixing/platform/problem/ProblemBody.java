package io.zhixing.platform.problem;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An RFC 9457 problem as it is sent. Holds no personal value, class name or SQL. */
@Schema(name = "Problem", description = "错误说明 A problem as of RFC 9457", examples = """
        {"type":"urn:zhixing:problem:reference-unknown","title":"引用的对象不存在","status":422,
         "detail":"001002不存在，或不在您的范围内。","instance":"/organization/v1/members",
         "code":"REFERENCE_UNKNOWN","traceId":"9ffe475578a34486a3e25c9f343c6eaf",
         "errors":[{"parameter":"organization","code":"REFERENCE_UNKNOWN","detail":"001002不存在，或不在您的范围内。"}]}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "code", "traceId", "errors"})
public record ProblemBody(
        @Schema(description = "类型 Problem type, urn:zhixing:problem: and the code in kebab case", required = true) String type,
        @Schema(description = "标题 Title in the language of Content-Language", required = true) String title,
        @Schema(description = "状态码 HTTP status", required = true, minimum = "400", maximum = "599") int status,
        @Schema(description = "详情 What is wrong with this call", required = true) String detail,
        @Schema(description = "路径 Path of the call; what is no code or id in it stands as …", required = true) String instance,
        @Schema(description = "代码 Stable, language-free code", required = true, pattern = "^[A-Z][A-Z0-9_]*$") String code,
        @Schema(description = "追踪号 Trace id, by which operators find the cause", required = true) String traceId,
        @Schema(description = "各处错误 Each fault once") List<Error> errors) {

    @Schema(name = "ProblemError", description = "一处错误 One fault at one place")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Error(
            @Schema(description = "正文位置 RFC 6901 pointer into the body") String pointer,
            @Schema(description = "参数 Name of the parameter") String parameter,
            @Schema(description = "请求头 Name of the header") String header,
            @Schema(description = "行 Data row of an import, from 1", minimum = "1") Long row,
            @Schema(description = "代码 Stable code", required = true, pattern = "^[A-Z][A-Z0-9_]*$") String code,
            @Schema(description = "详情 What is wrong here", required = true) String detail) {}

    public static ProblemBody of(ProblemException refusal, Language language, String instance, String traceId) {
        var problem = refusal.problem();
        var errors = refusal.faults().stream()
                .map(fault -> new Error(fault.place().pointer(), fault.place().parameter(),
                        fault.place().header(), fault.place().row(), fault.problem().name(), fault.detail(language)))
                .toList();
        var detail = problem == PlatformProblems.VALIDATION_FAILED
                ? problem.in(language).detail(errors.size(), FaultWords.of(errors, language))
                : refusal.detail(language);
        return new ProblemBody(problem.type(), problem.in(language).title(), problem.status(), detail,
                Echo.ofParts(instance),
                problem.name(),
                traceId, errors.isEmpty() ? null : errors);
    }
}
