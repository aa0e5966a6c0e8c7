package io.zhixing.platform.audit;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.Page;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.retry.ReadOnly;
import io.zhixing.platform.time.Ids;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/audit-entries")
@Tag(name = "审计 Audit", description = "审计记录，仅限审计管理员；查阅本身也留记录 The trail, for the audit administrator alone; reading it is entered too")
public class AuditEntriesResource {

    private final AuditEntries entries;
    private final AuditTrail trail;
    private final Lists lists;

    AuditEntriesResource(AuditEntries entries, AuditTrail trail, Lists lists) {
        this.entries = entries;
        this.trail = trail;
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed("${zhixing.access.audit-roles}")
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listAuditEntries", summary = "查阅审计记录 / List audit entries", description = "所有组织的记录，按时间排列 The entries of all organizations in the order of their time")
    public Page<AuditEntry> list(@BeanParam ListParameters list,
            @Parameter(description = "对象标识 Id of an object") @RestQuery String object,
            @Parameter(description = "操作人标识 Subject of the token") @RestQuery String actor,
            @Parameter(description = "组织标识 Id of the organization whose own chains are meant") @RestQuery String organization,
            @Parameter(description = "起始日 First day in Asia/Shanghai, included") @RestQuery String enteredFrom,
            @Parameter(description = "截止日 Last day in Asia/Shanghai, included") @RestQuery String enteredTo) {
        var page = lists.answer(AuditEntries.LISTING, list.query().id("object", object).equal("actor", actor)
                .id("organization", organization).day("enteredFrom", enteredFrom).day("enteredTo", enteredTo));
        trail.apart(AuditNote.of("trail-read").about("audit-entries", null).rows(page.getItems().size()));
        return page;
    }

    @GET
    @Path("/verification")
    @ReadOnly
    @RolesAllowed("${zhixing.access.audit-roles}")
    @Operation(operationId = "verifyAuditEntries", summary = "核验审计记录 / Verify the trail", description = "沿哈希链逐条核对，指出首个问题；记录很多时分段进行，见next Walks the hash chains entry by entry and names the first fault; a long trail in pieces, see next")
    public AuditVerification verify(
            @Parameter(description = "组织标识，缺省为全部 Id of the organization whose own chains are walked; all when absent") @RestQuery String organization,
            @Parameter(description = "游标：上一段回答中next的值，原样填入 The next value of the piece before, unchanged") @RestQuery String cursor,
            @Parameter(description = "本段最多核验的条数，不填时能核多少核多少 Most entries of this piece; as many as one call can walk when absent", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000000")) @RestQuery String limit) {
        var one = id(organization);
        var found = entries.verify(one, cursor, most(limit));
        trail.apart(AuditNote.of("trail-verified").in(one).about("audit-entries", null).rows(found.entries())
                .ended(found.intact() ? "DONE" : found.fault().kind().name()));
        return found;
    }

    private static int most(String limit) {
        if (limit == null) {
            return Integer.MAX_VALUE;
        }
        if (!limit.matches("[1-9][0-9]{0,5}|1000000")) {
            throw new ProblemException(List.of(
                    PlatformProblems.PARAMETER_INVALID.at(Place.parameter("limit"), "limit", "1-1000000")));
        }
        return Integer.parseInt(limit);
    }

    private static UUID id(String organization) {
        return organization == null
                ? null
                : Ids.read(organization).orElseThrow(() -> new ProblemException(List.of(
                        PlatformProblems.PARAMETER_INVALID.at(Place.parameter("organization"), "organization",
                                "UUID"))));
    }
}
