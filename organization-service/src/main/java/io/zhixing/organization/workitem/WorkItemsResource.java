package io.zhixing.organization.workitem;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.zhixing.organization.Roles;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.access.Caller;
import io.zhixing.platform.contract.SaysItsDay;
import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.WorkList;
import io.zhixing.platform.retry.ReadOnly;
import io.zhixing.platform.time.Shanghai;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/work-items")
@Tag(name = "待办 Work items", description = "到期、逾期和等待办理的事项 What is due, overdue or waiting")
public class WorkItemsResource {

    private final WorkItems items;
    private final Lists lists;
    private final Access access;
    private final Caller caller;
    private final Clock clock;

    WorkItemsResource(WorkItems items, Lists lists, Access access, Caller caller, Clock clock) {
        this.items = items;
        this.lists = lists;
        this.access = access;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @SaysItsDay
    @Operation(operationId = "listOrganizationWorkItems", summary = "列出待办事项 / List work items", description = "各级组织即将到期、已逾期和等待办理的事项，由记录和日期即时得出；没有待办时nothingOutstanding为true。可按组织导出，导出的截至日在响应头As-Of中，没有待办时也给出。forMe=true只列调用方可以办理的。"
            + "What is due, overdue or waiting in any subtree, found from records and days at the moment of asking; with nothing to do, nothingOutstanding is true for the day of asOf. Exported like any list, with the day in the header As-Of, also where nothing is outstanding; forMe=true keeps those whose next step the caller may take.")
    public WorkList<WorkItem> list(@BeanParam ListParameters list,
            @RestQuery String organization, @RestQuery String directOnly,
            @Parameter(description = "待办种类 Kind") @RestQuery List<String> kind,
            @Parameter(description = "待办情况 How it stands") @RestQuery List<String> status,
            @Parameter(description = "待本人办理 true: those alone whose next step the caller may take") @RestQuery String forMe,
            @Parameter(description = "日期，缺省为今天 Day by which due and overdue are judged, YYYY-MM-DD; today when absent") @RestQuery String on) {
        var day = on == null ? Shanghai.today(clock).toString() : on;
        var query = list.query().subtree(organization, directOnly).oneOf("kind", kind, WorkKind.class)
                .oneOf("status", status, WorkStatus.class).judgedOn("on", day);
        if (query.isTrue("forMe", forMe)) {
            query.among("mayAct", access.scope().reaches().stream().map(reach -> reach.role() + " " + reach.path())
                    .toList()).equal("notBarred", caller.name());
        }
        var page = lists.answer(items.listing(kind == null ? List.of() : kind), query);
        return WorkList.of(page, query, LocalDate.parse(day));
    }
}
