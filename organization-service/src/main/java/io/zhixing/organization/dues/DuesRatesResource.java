package io.zhixing.organization.dues;

import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.zhixing.organization.Roles;
import io.zhixing.platform.contract.Refuses;
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

@Path("/v1/dues-rates")
@Tag(name = "党费 Dues", description = "党费标准、核定、减免、收讫与欠交；不经办收款 Rates, assessments, reductions, receipts and arrears; no money is collected here")
public class DuesRatesResource {

    private final AdoptRates adoptRates;
    private final Lists lists;

    DuesRatesResource(AdoptRates adoptRates, Lists lists) {
        this.adoptRates = adoptRates;
        this.lists = lists;
    }

    @Schema(name = "DuesBracket", description = "一档标准 A bracket")
    record BracketRequest(
            @Schema(description = "基数起（分） Base from, in fen, included") @NotNull @Min(0) @Max(9007199254740991L) Long fromFen,
            @Schema(description = "基数止（分） Base to, in fen, included; absent in the last bracket") @Min(0) @Max(9007199254740991L) Long toFen,
            @Schema(description = "费率（万分之） Rate of the whole base in basis points") @NotNull @Min(0) @Max(10000) Integer basisPoints) {}

    @Schema(name = "AdoptDuesRates", description = "采用党费标准 A table of rates to adopt", examples = """
            {"category":"RETIRED","effectiveFrom":"2030-01-01","source":"示例文件〔2029〕1号","brackets":[
             {"fromFen":0,"toFen":500000,"basisPoints":50},{"fromFen":500001,"basisPoints":100}]}""")
    record AdoptRequest(
            @Schema(description = "类别 Category") @NotNull DuesCategory category,
            @Schema(description = "施行日期 In force from, after the table before") @NotNull LocalDate effectiveFrom,
            @Schema(description = "依据 Source") @NotBlank @Size(max = 300) String source,
            @Schema(description = "各档，从0起首尾相接，末档无上限 Brackets from 0 on without a gap, the last one open") @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid BracketRequest> brackets) {

        List<AdoptRates.Bracket> table() {
            return brackets.stream()
                    .map(one -> new AdoptRates.Bracket(one.fromFen(), one.toFen(), one.basisPoints())).toList();
        }
    }

    @Schema(name = "DuesRatesAdopted", description = "已采用 What was adopted", examples = "{\"category\":\"RETIRED\",\"effectiveFrom\":\"2030-01-01\"}")
    record Adopted(
            @Schema(description = "类别 Category", required = true) DuesCategory category,
            @Schema(description = "施行日期 In force from", required = true) LocalDate effectiveFrom) {}

    @POST
    @Idempotent
    @RolesAllowed({Roles.OFFICER})
    @Refuses({"DAYS_INCONSISTENT", "RATE_TABLE_GAP"})
    @Operation(operationId = "adoptDuesRates", summary = "采用党费标准 / Adopt a table of rates", description = "由最高组织采用；各档首尾相接，不留空档。Adopted at the root; no base is left without a rate.")
    public Adopted adopt(@Valid @NotNull AdoptRequest body) {
        adoptRates.handle(body.category(), body.effectiveFrom(), body.table(), body.source());
        return new Adopted(body.category(), body.effectiveFrom());
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listDuesRates", summary = "列出党费标准 / List rates of dues", description = "各类别、各时期的标准及其依据。Of every category and time, with their source.")
    public Page<DuesRate> list(@BeanParam ListParameters list,
            @Parameter(description = "类别 Category") @RestQuery List<String> category,
            @Parameter(description = "施行日 Day on which they are in force, YYYY-MM-DD") @RestQuery String inForceOn) {
        return lists.answer(DuesRates.LISTING,
                list.query().oneOf("category", category, DuesCategory.class).day("inForceOn", inForceOn));
    }
}
