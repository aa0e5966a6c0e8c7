package io.zhixing.project.ledger;

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
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.retry.ReadOnly;
import io.zhixing.project.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/ledger/journals")
@Tag(name = "账簿 Ledger")
public class JournalsResource {

    /** A journal itself is never changed; only its reversal is added to what is shown. */
    private static final long ONLY_VERSION = 1;

    private final Journals journals;
    private final Lists lists;

    JournalsResource(Journals journals, Lists lists) {
        this.journals = journals;
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER, Roles.MONEY_AUDITOR,
            Roles.SYSTEM_CLIENT})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listLedgerJournals", summary = "列出凭证 / List journals", description = "范围内的凭证，按凭证号；count=true时附金额合计（毛额，冲销凭证另计）。In the caller's scope, by number; with count=true the sum of the amounts, gross: a reversal counts like any other.")
    public Page<JournalView> list(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly, @Parameter(description = "种类 Kind") @RestQuery List<String> kind,
            @Parameter(description = "账户：资金来源、分配或预算的标识 Account on either side, by the id of its document") @RestQuery String account,
            @Parameter(description = "拨付单 Disbursement") @RestQuery String disbursement,
            @Parameter(description = "业务日期起 First business day, YYYY-MM-DD") @RestQuery String occurredFrom,
            @Parameter(description = "业务日期止 Last business day, YYYY-MM-DD") @RestQuery String occurredTo,
            @Parameter(description = "是否已冲销 true: those that were reversed; false: those that were not") @RestQuery String reversed) {
        return lists.answer(Journals.LISTING, list.query().subtree(organization, directOnly)
                .oneOf("kind", kind, JournalKind.class).id("account", account).id("disbursement", disbursement)
                .day("occurredFrom", occurredFrom).day("occurredTo", occurredTo).flagged("reversed", reversed));
    }

    @GET
    @Path("/{id}")
    @ReadOnly
    @RolesAllowed({Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER, Roles.MONEY_AUDITOR,
            Roles.SYSTEM_CLIENT})
    @Operation(operationId = "getLedgerJournal", summary = "读取凭证 / Read a journal", description = "按凭证号读取；凭证不可更改，冲销另立凭证。By its number; a journal is never changed, a reversal is another one.")
    public RestResponse<JournalView> get(@Parameter(description = "凭证号 Number of the journal") @RestPath long id) {
        var journal = journals.find(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        return ETag.ok(ONLY_VERSION, journal.reversedBy(), journal.view());
    }
}
