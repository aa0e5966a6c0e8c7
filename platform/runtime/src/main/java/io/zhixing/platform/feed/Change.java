package io.zhixing.platform.feed;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of one resource: it is as shown, or it is to be forgotten. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ResourceChange", description = "变更 What became of one resource", examples = """
        {"type":"member","id":"01912d68-783e-7a0f-8000-0f54b3b0a4d4","op":"TOMBSTONE","version":3,"reason":"LEFT_SCOPE",
         "changedAt":"2026-09-01T08:30:02+08:00"}""")
public record Change(
        @Schema(description = "类型 Type of the resource", required = true) String type,
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "操作 What to do with one's copy", required = true) Op op,
        @Schema(description = "版本，重复应用同一版本无妨 Version; applying one twice does no harm", required = true, minimum = "1") long version,
        @Schema(description = "删除原因 Why it is to be forgotten, with TOMBSTONE") Reason reason,
        @Schema(description = "变更时间 Instant of the change", required = true) Instant changedAt,
        @Schema(description = "资源现状，与其列表所示相同 The resource as the list of its type shows it to this caller now, with UPSERT", type = SchemaType.OBJECT) Object resource) {

    @Schema(name = "ChangeOperation", description = "变更操作 What to do with one's copy")
    public enum Op {
        @Label(zh = "新增或更新", en = "Write it as shown")
        UPSERT,
        @Label(zh = "删除", en = "Forget it")
        TOMBSTONE
    }

    @Schema(name = "TombstoneReason", description = "删除原因 Why a copy is to be forgotten")
    public enum Reason {
        @Label(zh = "已作废", en = "It was voided")
        VOIDED,
        @Label(zh = "已离开调用方范围", en = "It left the caller's scope")
        LEFT_SCOPE
    }
}
