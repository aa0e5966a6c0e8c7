package io.zhixing.organization.document;

import java.time.LocalDate;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.zhixing.organization.Roles;
import io.zhixing.organization.structure.Sector;
import io.zhixing.platform.contract.Refuses;
import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.Page;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.retry.Idempotent;
import io.zhixing.platform.retry.ReadOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/campaign-documents")
@Tag(name = "活动文件 Documents", description = "实施方案、分领域指导意见、工作指引及签收 Plans, guidance for sectors, work guides and their acknowledgement")
public class DocumentsResource {

    private final DraftDocument draftDocument;
    private final Lists lists;

    DocumentsResource(DraftDocument draftDocument, Lists lists) {
        this.draftDocument = draftDocument;
        this.lists = lists;
    }

    @Schema(name = "DraftCampaignDocument", description = "起草文件 A document to draft", examples = """
            {"campaignId":"01912d68-783e-7a0f-8000-0f54b3b0a5a1","organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d3","kind":"SECTOR_GUIDANCE",
             "number":"示组〔2016〕12号","draftedOn":"2016-03-10","title":"农村党组织指导意见","reference":"示组〔2016〕12号文件","sectors":["RURAL"],
             "inForceFrom":"2016-03-20","mustAcknowledge":{"types":["PRIMARY_COMMITTEE"],"dueOn":"2016-04-15"}}""")
    @JsonIgnoreProperties({"id", "state", "issuedOn", "endedOn", "successorId", "version"})
    record DraftRequest(
            @Schema(description = "活动 Campaign") @NotNull UUID campaignId,
            @Schema(description = "印发组织 Organization that issues it, for everything below it") @NotNull UUID organizationId,
            @Schema(description = "类别 Kind") @NotNull DocumentKind kind,
            @Schema(description = "文号 Number of the document; once for each issuer") @NotBlank @Size(max = 60) String number,
            @Schema(description = "起草日期 Business day, not after today") @NotNull LocalDate draftedOn,
            @Schema(description = "标题 Title") @NotBlank @Size(max = 200) String title,
            @Schema(description = "正文 Text; this or the reference") @Size(min = 1, max = 50000) String body,
            @Schema(description = "出处 Where the text is found; this or the text") @Size(min = 1, max = 500) String reference,
            @Schema(description = "适用领域，空为全部；分领域指导意见须填 Sectors that it is for; none for all, but guidance names them") @Size(max = 20) List<@NotNull Sector> sectors,
            @Schema(description = "施行日期 First day in force") @NotNull LocalDate inForceFrom,
            @Schema(description = "施行截止日期 Last day in force") LocalDate inForceTo,
            @Schema(description = "签收要求 Who must acknowledge it; absent when nobody must") @Valid MustAcknowledge mustAcknowledge) {

        DraftDocument.Stated stated() {
            return new DraftDocument.Stated(campaignId, organizationId, kind, number, draftedOn,
                    new CampaignDocument.Text(title, body, reference, sectors, inForceFrom, inForceTo,
                            mustAcknowledge));
        }
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.OFFICER, Roles.SYSTEM})
    @Refuses({"CAMPAIGN_ELSEWHERE", "DAYS_INCONSISTENT", "DAY_IN_FUTURE", "DOCUMENT_CONTENT_MISSING",
            "DOCUMENT_NUMBER_TAKEN", "DOCUMENT_SECTORS_MISSING", "ORGANIZATION_NOT_IN_PLACE"})
    @Operation(operationId = "draftCampaignDocument", summary = "起草文件 / Draft a document", description = "由印发组织的办公室起草，另一人印发后下级可见。By the office of the issuer; those below see it once another person has issued it.")
    public RestResponse<DocumentView> draft(@Valid @NotNull DraftRequest body, @Context UriInfo uri) {
        var document = draftDocument.handle(body.stated());
        return ETag.created(uri, document.id(), document.version(), document.view());
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listCampaignDocuments", summary = "列出文件 / List documents", description = "印发组织的上级可见，印发后下级也可见。Seen above the issuer, and below it once issued.")
    public Page<DocumentView> list(@BeanParam ListParameters list,
            @Parameter(description = "活动标识 Id of the campaign") @RestQuery String campaign,
            @Parameter(description = "印发组织标识 Id of the issuer") @RestQuery String issuer,
            @Parameter(description = "类别 Kind") @RestQuery List<String> kind,
            @Parameter(description = "状态 State") @RestQuery List<String> state,
            @Parameter(description = "文号 Exact number") @RestQuery String number,
            @Parameter(description = "领域，含适用全部领域的 Sector; documents for every sector among them") @RestQuery List<String> sector,
            @Parameter(description = "施行日 Day on which it was in force, YYYY-MM-DD") @RestQuery String inForceOn) {
        return lists.answer(Documents.LISTING,
                list.query().id("campaign", campaign).id("issuer", issuer).oneOf("kind", kind, DocumentKind.class)
                        .oneOf("state", state, DocumentState.class).equal("number", number)
                        .oneOf("sector", sector, Sector.class).day("inForceOn", inForceOn));
    }
}
