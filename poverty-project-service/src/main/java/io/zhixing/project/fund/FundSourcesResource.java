package io.zhixing.project.fund;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import io.zhixing.platform.contract.Refuses;
import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.Page;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.retry.Idempotent;
import io.zhixing.platform.retry.ReadOnly;
import io.zhixing.project.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/fund-sources")
@Tag(name = "资金来源 Fund sources", description = "资金文件、用途和分配下达 Funding documents, purposes, allocations to counties")
public class FundSourcesResource {

    private final CreateFundSource createFundSource;
    private final Lists lists;

    FundSourcesResource(CreateFundSource createFundSource, Lists lists) {
        this.createFundSource = createFundSource;
        this.lists = lists;
    }

    @Schema(name = "CreateFundSource", description = "登记资金来源 A funding document to record", examples = """
            {"organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","code":"2016-ZX-01","name":"2016年脱贫专项资金",
             "category":"POVERTY_SPECIAL","level":"PROVINCE","fiscalYear":2016,"documentNo":"示例〔2016〕1号",
             "appropriationFen":2640000000,"availableFrom":"2016-01-01","availableTo":"2017-12-31","purposes":["ROAD"],
             "on":"2016-03-01"}""")
    record CreateFundSourceRequest(
            @Schema(description = "所属组织 Owner organization") @NotNull UUID organizationId,
            @Schema(description = "编码 Code") @NotBlank @Size(max = 60) String code,
            @Schema(description = "名称 Name") @NotBlank @Size(max = 200) String name,
            @Schema(description = "资金类别 Category") @NotNull FundSource.FundCategory category,
            @Schema(description = "资金层级 Level") @NotNull FundSource.FundLevel level,
            @Schema(description = "年度 Fiscal year") @NotNull @Min(2000) @Max(2100) Integer fiscalYear,
            @Schema(description = "文号 Number of the document") @NotBlank @Size(max = 100) String documentNo,
            @Schema(description = "金额（分） Amount in fen") @NotNull @Min(1) @Max(9007199254740991L) Long appropriationFen,
            @Schema(description = "可用起始日 First day of availability") @NotNull LocalDate availableFrom,
            @Schema(description = "可用截止日 Last day of availability") @NotNull LocalDate availableTo,
            @Schema(description = "用途 Purposes it may be spent on") @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 60) String> purposes,
            @Schema(description = "业务日期 Day of the document") @NotNull LocalDate on) {

        FundSource.Facts facts() {
            return new FundSource.Facts(code, name, organizationId, category, level, fiscalYear, documentNo,
                    appropriationFen, availableFrom, availableTo, on);
        }
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.FUND_CASHIER, Roles.SYSTEM_CLIENT})
    @Refuses({"DUPLICATE", "PERIOD_REVERSED", "STEP_OUT_OF_ORDER"})
    @Operation(operationId = "createFundSource", summary = "登记资金来源 / Record a fund source", description = "草稿，生效后资金入账。A draft; its money enters the ledger when it is activated.")
    public RestResponse<FundSourceView> create(@Valid @NotNull CreateFundSourceRequest body, @Context UriInfo uri) {
        var source = createFundSource.handle(body.facts(), body.purposes());
        return ETag.created(uri, source.id(), source.version(),
                source.view(body.purposes().stream().distinct().sorted().toList()));
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER,
            Roles.PROJECT_ACCEPTOR, Roles.SUPERVISOR, Roles.MONEY_AUDITOR, Roles.READER, Roles.SYSTEM_CLIENT})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listFundSources", summary = "列出资金来源 / List fund sources", description = "范围内的资金来源，count=true时附金额合计。In the caller's scope; with count=true the sum of the amounts.")
    public Page<FundSourceView> list(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly, @Parameter(description = "编码 Exact code") @RestQuery String code,
            @Parameter(description = "资金类别 Category") @RestQuery List<String> category,
            @Parameter(description = "状态 State") @RestQuery List<String> state) {
        return lists.answer(FundSources.LISTING, list.query().subtree(organization, directOnly).equal("code", code)
                .oneOf("category", category, FundSource.FundCategory.class)
                .oneOf("state", state, FundSource.FundSourceState.class));
    }
}
