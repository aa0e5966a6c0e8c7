package io.zhixing.platform.inbox;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.zhixing.platform.contract.Refuses;
import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.Page;
import io.zhixing.platform.retry.Idempotent;
import io.zhixing.platform.retry.ReadOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/event-consumers")
@Tag(name = "事件消费者 Event consumers", description = "投影的进度与重建，仅限系统管理员 Progress and rebuild of projections, for the system administrator alone")
public class EventConsumersResource {

    private final RebuildProjection rebuildProjection;
    private final Lists lists;

    EventConsumersResource(RebuildProjection rebuildProjection, Lists lists) {
        this.rebuildProjection = rebuildProjection;
        this.lists = lists;
    }

    @Schema(name = "RebuildProjection", description = "重建 A consumer whose projection is to be rebuilt", examples = "{\"consumer\":\"organization\"}")
    record Rebuild(@Schema(description = "消费者 Consumer") @NotBlank @Size(max = 100) String consumer) {}

    @Schema(description = "已开始重建 A rebuild that has begun", examples = "{\"consumer\":\"organization\",\"rebuildState\":\"RUNNING\"}")
    record RebuildBegun(
            @Schema(description = "消费者 Consumer", required = true) String consumer,
            @Schema(description = "重建状态 State", required = true) EventConsumerView.RebuildState rebuildState) {}

    @GET
    @ReadOnly
    @RolesAllowed("${zhixing.access.operator-roles}")
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listEventConsumers", summary = "列出事件消费者 / List event consumers", description = "收到过事件的消费者及其重建 Consumers that have received events, and their rebuilds")
    public Page<EventConsumerView> list(@BeanParam ListParameters list) {
        return lists.answer(Rebuilds.LISTING, list.query());
    }

    @POST
    @Path("/rebuilds")
    @Idempotent
    @RolesAllowed("${zhixing.access.operator-roles}")
    @Refuses("REBUILD_RUNNING")
    @Operation(operationId = "rebuildProjection", summary = "重建投影 / Rebuild a projection", description = "危险：清空该消费者的投影，再从主题起点重读；完成前相关查询和数字不完整。Dangerous: empties what the consumer has projected and reads its topic from the beginning; until it is done, what depends on it is incomplete.")
    public RebuildBegun rebuild(@Valid @NotNull Rebuild body) {
        rebuildProjection.handle(body.consumer());
        return new RebuildBegun(body.consumer(), EventConsumerView.RebuildState.RUNNING);
    }
}
