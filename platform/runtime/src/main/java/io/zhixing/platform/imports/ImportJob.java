package io.zhixing.platform.imports;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An import as its uploader follows it. The counts of rows add up to the rows read at every moment. */
@Schema(name = "ImportJob", description = "导入任务 An import", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","kind":"members","mode":"PARTIAL","dryRun":true,"state":"COMPLETED",
         "rowsRead":3,"created":2,"updated":0,"unchanged":0,"rejected":1,"notAttempted":0,
         "queuedAt":"2026-09-01T08:30:02+08:00","startedAt":"2026-09-01T08:30:02+08:00","finishedAt":"2026-09-01T08:30:03+08:00",
         "requester":"county-office/01912d68","version":4}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportJob(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "种类 Kind", required = true) String kind,
        @Schema(description = "方式 Mode", required = true) Mode mode,
        @Schema(description = "是否试运行 Whether it is a dry run, which changes nothing", required = true) boolean dryRun,
        @Schema(description = "状态 State", required = true) State state,
        @Schema(description = "已读行数 Rows read", required = true, minimum = "0") long rowsRead,
        @Schema(description = "新建行数 Rows created", required = true, minimum = "0") long created,
        @Schema(description = "更新行数 Rows updated", required = true, minimum = "0") long updated,
        @Schema(description = "无变化行数 Rows unchanged", required = true, minimum = "0") long unchanged,
        @Schema(description = "被拒绝行数 Rows rejected", required = true, minimum = "0") long rejected,
        @Schema(description = "未处理行数 Rows not attempted", required = true, minimum = "0") long notAttempted,
        @Schema(description = "提交时间 Instant of the upload", required = true) Instant queuedAt,
        @Schema(description = "开始时间 Instant at which work began") Instant startedAt,
        @Schema(description = "结束时间 Instant at which it ended") Instant finishedAt,
        @Schema(description = "上传人 Client and subject of the upload", required = true) String requester,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {

    @Schema(name = "ImportMode", description = "导入方式 How rows that are refused affect the others")
    public enum Mode {
        @Label(zh = "逐行", en = "Good rows are applied, the others are reported")
        PARTIAL,
        @Label(zh = "整体", en = "One refused row, and nothing is applied")
        ALL_OR_NOTHING
    }

    @Schema(name = "ImportState", description = "任务状态 State of an import")
    public enum State {
        @Label(zh = "排队", en = "Queued")
        QUEUED,
        @Label(zh = "进行中", en = "Running")
        RUNNING,
        @Label(zh = "完成", en = "Completed")
        COMPLETED,
        @Label(zh = "已取消", en = "Cancelled")
        CANCELLED,
        @Label(zh = "失败", en = "Failed")
        FAILED
    }

    /** All rows in one transaction: all or nothing. */
    boolean whole() {
        return mode == Mode.ALL_OR_NOTHING;
    }
}
