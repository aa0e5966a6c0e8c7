package io.zhixing.platform.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "EventConsumer", description = "事件消费者 A consumer of events and the projection it keeps", examples = """
        {"consumer":"organization","appliedUntil":"2026-09-01T08:30:02+08:00","parkedKeys":0,"rebuildState":"DONE",
         "rebuiltFrom":193204,"rebuildAskedAt":"2026-08-30T21:00:00+08:00","rebuiltAt":"2026-08-30T21:00:24+08:00"}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventConsumerView(
        @Schema(description = "消费者 Consumer", required = true) String consumer,
        @Schema(description = "已处理至 Newest instant of change that it has applied; 1970 when it begins anew", required = true) Instant appliedUntil,
        @Schema(description = "停放的对象数 Objects whose events wait", required = true, minimum = "0") long parkedKeys,
        @Schema(description = "重建状态 State of its last rebuild; absent when there was none") RebuildState rebuildState,
        @Schema(description = "重建所读事件数 Events that the rebuild has read", minimum = "0") Long rebuiltFrom,
        @Schema(description = "重建提出时间 Instant at which it was asked for") Instant rebuildAskedAt,
        @Schema(description = "重建完成时间 Instant at which it was complete") Instant rebuiltAt) {

    @Schema(name = "RebuildState", description = "重建状态 State of a rebuild: 进行中 RUNNING, figures are incomplete; 完成 DONE")
    enum RebuildState {
        @Label(zh = "进行中", en = "The topic is being read again; what depends on it is incomplete")
        RUNNING,
        @Label(zh = "完成", en = "Complete")
        DONE
    }

    static EventConsumerView read(ResultSet row) throws SQLException {
        var state = row.getString("state");
        return new EventConsumerView(row.getString("consumer"), row.getTimestamp("applied_until").toInstant(),
                row.getLong("parked_keys"), state == null ? null : RebuildState.valueOf(state),
                row.getObject("events", Long.class), instant(row.getTimestamp("asked_at")),
                instant(row.getTimestamp("finished_at")));
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
