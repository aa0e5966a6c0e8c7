package io.zhixing.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "审计记录 An entry of the audit trail", examples = """
        {"organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4df","seq":7,"at":"2026-09-01T08:30:02+08:00",
         "client":"county-office","actor":"01912d68","roles":"BRANCH_SECRETARY","operation":"recordStudySession",
         "action":"study-session-recorded.v1","objectType":"study-session","objectId":"01912d68-783e-7a0f-8000-0f54b3b0a4de",
         "objectVersion":1,"digestAfter":"9f64a747e1b97f131fabb6b447296c9b6f0201e79fb3c5356e6c77e89b6a806a",
         "result":"DONE","traceId":"4bf92f3577b34da6a3ce929d0e0e4736",
         "previousHash":"0000000000000000000000000000000000000000000000000000000000000000",
         "entryHash":"5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9"}""")
record AuditEntry(
        @Schema(description = "组织标识 Organization whose chain it is in; absent for what concerns none") UUID organizationId,
        @Schema(description = "导入任务标识 Import that wrote it; absent for single calls") UUID importId,
        @Schema(description = "序号 Number in its chain, from 1 without a gap", required = true, minimum = "1") long seq,
        @Schema(description = "时间 Instant by the database's clock", required = true) Instant at,
        @Schema(description = "客户端 Client", required = true) String client,
        @Schema(description = "操作人标识 Subject of the token", required = true) String actor,
        @Schema(description = "角色 Roles of the token, commas between", required = true) String roles,
        @Schema(description = "操作 operationId of the call; absent for a service's own work") String operation,
        @Schema(description = "行为 Type of the event, or what was done", required = true) String action,
        @Schema(description = "对象类型 Kind of object") String objectType,
        @Schema(description = "对象标识 Id of the object") UUID objectId,
        @Schema(description = "对象版本 Version of the object after it", minimum = "1") Long objectVersion,
        @Schema(description = "变更前摘要 Keyed digest of the state before, hexadecimal") String digestBefore,
        @Schema(description = "变更后摘要 Keyed digest of the state after, hexadecimal") String digestAfter,
        @Schema(description = "用途 Code of the stated purpose") String purpose,
        @Schema(description = "行数 Rows handed out", minimum = "0") Long rows,
        @Schema(description = "结果 DONE, or the code of the problem", required = true) String result,
        @Schema(description = "跟踪标识 Trace id") String traceId,
        @Schema(description = "上一条的哈希 Hash of the entry before it, hexadecimal", required = true) String previousHash,
        @Schema(description = "本条的哈希 SHA-256 of that hash and this entry, hexadecimal", required = true) String entryHash) {

    /** What stands for "none" in keys, which are never null. */
    static final UUID NONE = new UUID(0, 0);

    static AuditEntry read(ResultSet row) throws SQLException {
        return new AuditEntry(id(row, "organization_id"), id(row, "shard"), row.getLong("seq"),
                row.getTimestamp("at").toInstant(), row.getString("client"), row.getString("actor"),
                row.getString("roles"), row.getString("operation"), row.getString("action"),
                row.getString("object_type"), row.getObject("object_id", UUID.class),
                row.getObject("object_version", Long.class), hex(row, "digest_before"), hex(row, "digest_after"),
                row.getString("purpose"), row.getObject("row_count", Long.class), row.getString("result"),
                row.getString("trace_id"), hex(row, "prev_hash"), hex(row, "entry_hash"));
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return NONE.equals(id) ? null : id;
    }

    private static String hex(ResultSet row, String column) throws SQLException {
        var bytes = row.getBytes(column);
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }
}
