package io.zhixing.platform.inbox;

import java.util.List;
import java.util.UUID;

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

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.Page;
import io.zhixing.platform.retry.Idempotent;
import io.zhixing.platform.retry.ReadOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/parked-events")
@Tag(name = "停放的事件 Parked events", description = "尚不能处理的事件，仅限系统管理员 Events that cannot be applied yet, for the system administrator alone")
public class ParkedEventsResource {

    private final RetryParkedKey retryParkedKey;
    private final EventConsumers consumers;
    private final Lists lists;

    ParkedEventsResource(RetryParkedKey retryParkedKey, EventConsumers consumers, Lists lists) {
        this.retryParkedKey = retryParkedKey;
        this.consumers = consumers;
        this.lists = lists;
    }

    @Schema(description = "重试 A key to try again", examples = "{\"consumer\":\"organization\",\"aggregateId\":\"01912d68-783e-7a0f-8000-0f54b3b0a4d4\"}")
    record RetryParkedEvents(
            @Schema(description = "消费者 Consumer") @NotBlank @Size(max = 100) String consumer,
            @Schema(description = "对象标识 Id of the object whose events wait") @NotNull UUID aggregateId) {}

    @Schema(description = "重试结果 What became of the key", examples = "{\"applied\":2,\"waiting\":1,\"reason\":\"REFUSED\",\"sentence\":\"处理失败 Failed with PSQLException 23514\"}")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RetriedParkedEvents(
            @Schema(description = "已处理数 Events applied", required = true, minimum = "0") long applied,
            @Schema(description = "仍停放数 Events that still wait", required = true, minimum = "0") long waiting,
            @Schema(description = "首个停放原因 Why the first of them waits; absent when none does") ParkReason reason,
            @Schema(description = "首个停放说明 The same in a sentence") String sentence) {

        static RetriedParkedEvents of(RetryParkedKey.Retried retried) {
            var first = retried.first();
            return new RetriedParkedEvents(retried.applied(), retried.waiting(), first == null ? null : first.reason(),
                    first == null ? null : first.sentence());
        }
    }

    @GET
    @ReadOnly
    @RolesAllowed("${zhixing.access.operator-roles}")
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listParkedEvents", summary = "列出停放的事件 / List parked events", description = "等待缺失版本或曾被拒绝的事件，只给标识与原因 Events that wait for a missing version or were refused: ids and reasons, never their content")
    public Page<ParkedEventView> list(@BeanParam ListParameters list,
            @Parameter(description = "消费者 Consumer") @RestQuery String consumer,
            @Parameter(description = "对象标识 Id of an object") @RestQuery String aggregate,
            @Parameter(description = "停放原因 Reason, several are ORed") @RestQuery List<String> reason) {
        return lists.answer(ParkedEvents.LISTING, list.query()
                .named("consumer", consumer, consumers.names()).id("aggregate", aggregate)
                .oneOf("reason", reason, ParkReason.class));
    }

    @POST
    @Path("/retries")
    @Idempotent
    @RolesAllowed("${zhixing.access.operator-roles}")
    @Operation(operationId = "retryParkedEvents", summary = "重试一个对象的停放事件 / Retry the parked events of an object", description = "按版本顺序重试，每个事务留审计记录；仍不能处理的继续停放。Applied in the order of their versions, each transaction audited; what still fails stays parked.")
    public RetriedParkedEvents retry(@Valid @NotNull RetryParkedEvents body) {
        return RetriedParkedEvents.of(retryParkedKey.handle(body.consumer(), body.aggregateId()));
    }
}
