package io.zhixing.project.ledger;

import java.util.Arrays;
import java.util.List;

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
import io.zhixing.project.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/ledger")
@Tag(name = "账簿 Ledger", description = "资金流动和核对 Movements of money and their check")
public class LedgerResource {

    private final Lists lists;
    private final Drift drift;

    LedgerResource(Lists lists, Drift drift) {
        this.lists = lists;
        this.drift = drift;
    }

    @GET
    @Path("/entries")
    @ReadOnly
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.FUND_APPROVER, Roles.FUND_CASHIER, Roles.SUPERVISOR,
            Roles.MONEY_AUDITOR, Roles.READER, Roles.SYSTEM_CLIENT})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listLedgerEntries", summary = "列出资金流动 / List ledger entries", description = "净额，冲销和收回为负；count=true时附合计。支付层级只列清偿欠款的支付。Net amounts, reversals and clawbacks negative; with count=true their sum. The payment level lists payments that settle obligations.")
    public Page<EntryView> entries(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly,
            @Parameter(description = "层级 ALLOCATION, BUDGET or PAYMENT; required") @RestQuery String level,
            @Parameter(description = "类别：分配按资金类别，预算按项目类别，支付按欠款种类 Category: of the source at ALLOCATION, of the project at BUDGET; kind of the obligation at PAYMENT") @RestQuery List<String> category,
            @Parameter(description = "业务日期起 First business day, YYYY-MM-DD") @RestQuery String occurredFrom,
            @Parameter(description = "业务日期止 Last business day, YYYY-MM-DD") @RestQuery String occurredTo,
            @Parameter(description = "登记日期止 Last day of entry, YYYY-MM-DD") @RestQuery String recordedUntil) {
        var asked = level(level);
        return lists.answer(Entries.of(asked), Entries.among(asked, list.query(), category)
                .subtree(organization, directOnly).day("occurredFrom", occurredFrom).day("occurredTo", occurredTo)
                .day("recordedUntil", recordedUntil));
    }

    @GET
    @Path("/drift")
    @ReadOnly
    @RolesAllowed({Roles.FUND_CASHIER, Roles.MONEY_AUDITOR})
    @Operation(operationId = "getLedgerDrift", summary = "账簿核对 / Check of the ledger", description = "各项均应为0：余额、预留、明细、欠款和文件与流水一致。Each is 0: balances, reservations, lines, obligations and documents are what their entries say.")
    public DriftView drift() {
        return drift.count();
    }

    private static EntryLevel level(String level) {
        return Arrays.stream(EntryLevel.values()).filter(known -> known.name().equals(level)).findFirst()
                .orElseThrow(() -> new ProblemException(List.of(level == null
                        ? PlatformProblems.PARAMETER_REQUIRED.at(Place.parameter("level"), "level")
                        : PlatformProblems.PARAMETER_INVALID.at(Place.parameter("level"), "level",
                                "ALLOCATION|BUDGET|PAYMENT"))));
    }
}
