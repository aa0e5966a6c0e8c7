package io.zhixing.platform.imports;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhixing.platform.problem.Echo;
import io.zhixing.platform.problem.Fault;
import io.zhixing.platform.problem.Language;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ImportResult", description = "行结果 What became of one row", examples = """
        {"row":3,"line":4,"key":"M0000003","outcome":"REJECTED",
         "errors":[{"column":"idNumber","code":"ID_NUMBER_INVALID","detailZh":"格式、日期或校验码不符合GB 11643。",
          "detailEn":"Form, date or check character violates GB 11643."}]}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportResult(
        @Schema(description = "数据行号 Data row, from 1", required = true, minimum = "1") long row,
        @Schema(description = "文件行号 Physical line of the file, from 1", required = true, minimum = "1") long line,
        @Schema(description = "业务主键 Business key, where the row has one; of a row that was not taken only what has the form of a code") String key,
        @Schema(description = "结果 Outcome", required = true) RowOutcome.Outcome outcome,
        @Schema(description = "资源标识 Id of what was made, changed or found") UUID resourceId,
        @Schema(description = "版本 Version after the row") Long version,
        @Schema(description = "各处错误 What is wrong with the row") List<RowError> errors) {

    @Schema(name = "ImportRowError", description = "一处错误 One fault of a row")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RowError(
            @Schema(description = "列 Column; absent where the row as a whole is meant") String column,
            @Schema(description = "代码 Stable code, the same as a single call gives", required = true, pattern = "^[A-Z][A-Z0-9_]*$") String code,
            @Schema(description = "中文详情 What is wrong here, in Chinese", required = true) String detailZh,
            @Schema(description = "英文详情 The same in English", required = true) String detailEn) {

        static RowError of(Fault fault) {
            var pointer = fault.place().pointer();
            var column = pointer == null || pointer.isEmpty() ? null : pointer.substring(1).replace('/', '.');
            return new RowError(column, fault.problem().name(), fault.detail(Language.ZH), fault.detail(Language.EN));
        }
    }

    /** A row that was not taken may have anything where its key belongs, a person's number too. */
    public ImportResult {
        boolean taken = outcome != RowOutcome.Outcome.REJECTED && outcome != RowOutcome.Outcome.NOT_ATTEMPTED;
        key = taken ? key : Echo.ofParts(key);
    }

    static ImportResult of(RawRow row, String key, RowOutcome became) {
        var errors = became.faults().stream().map(RowError::of).toList();
        return new ImportResult(row.row(), row.line(), key, became.outcome(), became.resourceId(), became.version(),
                errors.isEmpty() ? null : errors);
    }

    /** Not named like a property: the contract would show it as one. */
    boolean wasRejected() {
        return outcome == RowOutcome.Outcome.REJECTED;
    }

    /** The same; what others are wrong by too is held with them. */
    ImportResult wrongAs(Map<List<RowError>, List<RowError>> ways) {
        return new ImportResult(row, line, key, outcome, resourceId, version,
                ways.computeIfAbsent(errors, way -> way));
    }

    /** The same row, left as it was. */
    ImportResult notAttempted() {
        return new ImportResult(row, line, key, RowOutcome.Outcome.NOT_ATTEMPTED, null, null, null);
    }
}
