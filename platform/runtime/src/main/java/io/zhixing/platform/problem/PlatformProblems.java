package io.zhixing.platform.problem;

import static io.zhixing.platform.problem.Problem.en;
import static io.zhixing.platform.problem.Problem.zh;

/** The problems that every service has. What is special to a service stands in its own table. */
public enum PlatformProblems implements Problem {
    ADMINISTRATOR_ROLES_COMBINED(403, zh("管理员角色不得兼任", "一个令牌不得同时具有多个三员角色。"),
            en("Administrator roles combined", "One token may hold only one of the separated administrator roles.")),
    ALL_OR_NOTHING_TOO_LARGE(422, zh("整体导入的行数过多", "整体导入最多{0}行，请改用partial。"),
            en("Too many rows for all or nothing", "All or nothing takes at most {0} rows; use partial.")),
    BODY_MALFORMED(400, zh("请求体无法读取", "请求体不是合规的JSON：{0}"),
            en("Malformed body", "The body is not acceptable JSON: {0}")),
    BODY_REQUIRED(400, zh("缺少请求体", "此操作需要请求体。"),
            en("Body required", "This operation needs a body.")),
    BODY_TOO_LARGE(413, zh("请求体过大", "请求体不得超过{0}字节。"),
            en("Body too large", "The body must not exceed {0} bytes.")),
    CHANGES_CURSOR_EXPIRED(410, zh("变更游标已失效", "数据库已恢复到更早的时点，请重新读取全部数据。"),
            en("Changes cursor expired", "The database was restored to an earlier time; read everything anew.")),
    CURSOR_INVALID(400, zh("游标无效", "游标已损坏或不是本服务签发。"),
            en("Cursor invalid", "The cursor is damaged or was not issued here.")),
    CURSOR_MISMATCH(400, zh("游标与查询不符", "游标属于另一个查询、排序、范围或调用方。"),
            en("Cursor mismatch", "The cursor belongs to another query, order, scope or caller.")),
    DUPLICATE_IN_FILE(422, zh("文件内重复", "与第{0}行重复。"),
            en("Duplicate within the file", "The same as row {0}.")),
    FIELD_READ_ONLY(400, zh("只读字段", "字段{0}由服务生成，不能提交。"),
            en("Read-only field", "Field {0} is made by the service and cannot be sent.")),
    FIELD_UNKNOWN(400, zh("未知字段", "字段{0}不存在；此处的字段：{1}。"),
            en("Unknown field", "There is no field {0}; the fields here: {1}.")),
    FIELD_WRONG_TYPE(400, zh("字段类型错误", "此处的值类型或格式不对，应为{0}。"),
            en("Wrong type", "The value has the wrong type or format; expected {0}.")),
    FORBIDDEN(403, zh("没有权限", "您的角色不能执行此操作。"),
            en("Forbidden", "Your roles do not allow this operation.")),
    IDEMPOTENCY_IN_FLIGHT(409, zh("相同请求正在处理", "同一幂等键的请求尚未结束，请稍后再试。"),
            en("Request in flight", "A request with this idempotency key has not ended yet; try again shortly.")),
    IDEMPOTENCY_KEY_INVALID(400, zh("幂等键无效", "幂等键为1至128个可见ASCII字符。"),
            en("Idempotency key invalid", "An idempotency key has 1 to 128 visible ASCII characters.")),
    IDEMPOTENCY_KEY_NOT_TAKEN(400, zh("不接受幂等键", "此操作的答复不予保存，请去掉Idempotency-Key。"),
            en("No idempotency key here", "The answer is not kept; leave Idempotency-Key out.")),
    IDEMPOTENCY_KEY_REQUIRED(400,
            zh("缺少幂等键", "此操作必须带请求头Idempotency-Key：每个新请求自拟一个新值（1至128个可见ASCII字符），重发同一请求时用原值。例如 Idempotency-Key: {0}"),
            en("Idempotency key required",
                    "This operation needs the header Idempotency-Key: a new value of your own for each new request (1 to 128 visible ASCII characters), the same value when you send the same request again. For example Idempotency-Key: {0}")),
    IDEMPOTENCY_KEY_REUSED(422, zh("幂等键已用于其他请求", "同一幂等键不能用于内容不同的请求。"),
            en("Idempotency key reused", "The key was used for a different request.")),
    IMPORT_COLUMN_MISSING(400, zh("缺少列", "缺少列“{0}”（{1}）。"),
            en("Column missing", "The column \"{0}\" ({1}) is missing.")),
    IMPORT_COLUMN_REPEATED(400, zh("列重复", "列“{0}”出现多次。"),
            en("Column repeated", "The column \"{0}\" occurs more than once.")),
    IMPORT_COLUMN_UNKNOWN(400, zh("未知列", "没有列“{0}”（第{1}列）；列名与分隔符见模板。"),
            en("Unknown column", "There is no column \"{0}\" (column {1}); see the template for names and delimiter.")),
    IMPORT_EMPTY(400, zh("文件没有数据行", "文件为空或只有表头。"),
            en("No rows", "The file is empty or has a header only.")),
    IMPORT_ENDED(409, zh("导入已结束", "该导入已结束，不能取消。"),
            en("Import has ended", "The import has ended and cannot be cancelled.")),
    IMPORT_NOT_UTF8(400, zh("文件不是UTF-8编码", "请将文件另存为UTF-8。"),
            en("Not UTF-8", "Save the file as UTF-8.")),
    IMPORT_TOO_MANY_ROWS(422, zh("文件行数过多", "一个文件最多{0}行。"),
            en("Too many rows", "A file has at most {0} rows.")),
    IMPORT_UPLOAD_REMOVED(410, zh("上传文件已删除", "导入结束若干天后上传文件即被删除。"),
            en("Upload removed", "The upload is removed some days after the import has ended.")),
    INTERNAL_ERROR(500, zh("服务内部错误", "请凭traceId联系运维人员。"),
            en("Internal error", "Contact the operators with the traceId.")),
    MEDIA_TYPE_UNSUPPORTED(415, zh("不支持的内容类型", "请求的Content-Type不受支持。"),
            en("Unsupported media type", "The Content-Type of the request is not supported.")),
    METHOD_NOT_ALLOWED(405, zh("方法不允许", "此地址不支持该方法。"),
            en("Method not allowed", "This address does not support the method.")),
    NOT_ACCEPTABLE(406, zh("无法提供所要求的格式", "此地址不能提供Accept所要求的格式。"),
            en("Not acceptable", "This address cannot answer in the format asked for.")),
    NOT_FOUND(404, zh("未找到", "资源不存在，或不在您的范围内。"),
            en("Not found", "The resource does not exist or lies outside your scope.")),
    PARAMETER_INVALID(400, zh("参数无效", "参数{0}的值无效，应为{1}。"),
            en("Invalid parameter", "The value of parameter {0} is invalid; expected {1}.")),
    PARAMETER_REPEATED(400, zh("参数重复", "参数{0}只能出现一次。"),
            en("Repeated parameter", "Parameter {0} may occur only once.")),
    PARAMETER_REQUIRED(400, zh("缺少参数", "缺少参数{0}。"),
            en("Parameter required", "Parameter {0} is missing.")),
    PARAMETER_UNKNOWN(400, zh("未知参数", "此操作没有参数{0}。"),
            en("Unknown parameter", "This operation has no parameter {0}.")),
    PRECONDITION_FAILED(412, zh("版本已改变", "资源已被修改，请重新读取后再试。"),
            en("Version changed", "The resource has changed; read it again and retry.")),
    PRECONDITION_REQUIRED(428, zh("缺少版本条件", "此操作必须带If-Match，其值为读取时得到的ETag。"),
            en("Precondition required", "This operation needs If-Match with the ETag last read.")),
    REBUILD_RUNNING(409, zh("正在重建", "{0}的投影正在重建。"),
            en("Rebuild under way", "The projection of {0} is being rebuilt.")),
    REFERENCE_UNKNOWN(422, zh("引用的对象不存在", "{0}不存在，或不在您的范围内。"),
            en("Unknown reference", "{0} does not exist or lies outside your scope.")),
    REQUEST_INVALID(400, zh("请求有误", "请求不符合HTTP规定。"),
            en("Bad request", "The request is not valid HTTP.")),
    ROW_MALFORMED(422, zh("行格式有误", "该行不是一个JSON对象。"),
            en("Malformed row", "The line is not one JSON object.")),
    ROW_NOT_UTF8(422, zh("行内有非UTF-8字节", "该行含有无法解码的字节。"),
            en("Row is not UTF-8", "The row has bytes that cannot be decoded.")),
    ROW_WRONG_LENGTH(422, zh("单元格个数不符", "该行有{0}个单元格，表头有{1}个。"),
            en("Wrong number of cells", "The row has {0} cells, the header {1}.")),
    TEMPORARILY_UNAVAILABLE(503, zh("暂时不可用", "请按Retry-After稍后再试，已提交的数据不会丢失。"),
            en("Temporarily unavailable", "Try again after Retry-After; nothing committed is lost.")),
    TOO_MANY_CALLS(429, zh("调用过于频繁", "请在{0}秒后再试。"),
            en("Too many calls", "Try again in {0} seconds.")),
    TRANSITION_DAY_INVALID(422, zh("业务日期无效", "业务日期不得晚于今天，也不得早于{0}。"),
            en("Invalid business day", "The day is not after today and not before {0}.")),
    TRANSITION_NOT_AVAILABLE(409, zh("当前状态不能执行", "状态{0}没有步骤{1}。"),
            en("Not available in this state", "The state {0} has no step {1}.")),
    UNAUTHENTICATED(401, zh("未登录", "令牌缺失、过期或无效。"),
            en("Unauthenticated", "The token is missing, expired or not valid.")),
    VALIDATION_FAILED(400, zh("内容不符合要求", "共有{0}处错误，见errors：{1}。"),
            en("Validation failed", "{0} faults, see errors: {1}.")),
    VALUE_INVALID(400, zh("字段值不符合要求", "{0}"),
            en("Invalid value", "{0}"));

    private final Definition definition;

    PlatformProblems(int status, Text zh, Text en) {
        this.definition = new Definition(status, zh, en);
    }

    @Override
    public Definition definition() {
        return definition;
    }

    /** What the caller named is repeated as far as {@link Echo} lets it. */
    @Override
    public Fault at(Place place, Object... arguments) {
        return new Fault(place, this, repeatsTheCaller() ? Echo.ofAll(arguments) : arguments);
    }

    @Override
    public ProblemException about(Object... arguments) {
        return new ProblemException(this, repeatsTheCaller() ? Echo.ofAll(arguments) : arguments);
    }

    private boolean repeatsTheCaller() {
        return switch (this) {
            case FIELD_READ_ONLY, FIELD_UNKNOWN, IMPORT_COLUMN_UNKNOWN, PARAMETER_REPEATED, PARAMETER_UNKNOWN,
                    REFERENCE_UNKNOWN, TRANSITION_NOT_AVAILABLE ->
                true;
            default -> false;
        };
    }
}
