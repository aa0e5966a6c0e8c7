package io.zhixing.organization.document;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.zhixing.organization.Roles;
import io.zhixing.organization.structure.Sector;
import io.zhixing.platform.contract.Refuses;
import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.Page;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.retry.Idempotent;
import io.zhixing.platform.retry.ReadOnly;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.platform.transition.TakesSteps;
import io.zhixing.platform.transition.Transitions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/campaign-documents/{id}")
@Tag(name = "活动文件 Documents")
public class DocumentResource {

    private final Documents documents;
    private final RedraftDocument redraftDocument;
    private final MoveDocument moveDocument;
    private final Lists lists;

    DocumentResource(Documents documents, RedraftDocument redraftDocument, MoveDocument moveDocument, Lists lists) {
        this.documents = documents;
        this.redraftDocument = redraftDocument;
        this.moveDocument = moveDocument;
        this.lists = lists;
    }

    @Schema(name = "RedraftCampaignDocument", description = "修改草稿 What changes in a draft; fields that are absent stay", examples = "{\"title\":\"农村党组织指导意见（修订）\"}")
    @JsonIgnoreProperties({"id", "campaignId", "organizationId", "kind", "number", "state", "issuedOn", "endedOn",
            "successorId", "version"})
    record RedraftRequest(
            @Schema(description = "标题 Title") @Size(min = 1, max = 200) String title,
            @Schema(description = "正文 Text") @Size(min = 1, max = 50000) String body,
            @Schema(description = "出处 Where the text is found") @Size(min = 1, max = 500) String reference,
            @Schema(description = "适用领域 Sectors that it is for") @Size(max = 20) List<@NotNull Sector> sectors,
            @Schema(description = "施行日期 First day in force") LocalDate inForceFrom,
            @Schema(description = "施行截止日期 Last day in force") LocalDate inForceTo,
            @Schema(description = "签收要求 Who must acknowledge it") @Valid MustAcknowledge mustAcknowledge) {

        CampaignDocument.Text text() {
            return new CampaignDocument.Text(title, body, reference, sectors, inForceFrom, inForceTo, mustAcknowledge);
        }
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getCampaignDocument", summary = "读取文件 / Read a document", description = "按标识读取；印发后下级也可见。By its id; once it is issued also for those below.")
    public RestResponse<DocumentView> get(@RestPath UUID id) {
        var found = visible(id);
        return ETag.ok(found.version(), found.view());
    }

    @PATCH
    @Idempotent
    @RolesAllowed({Roles.OFFICER, Roles.SYSTEM})
    @Refuses({"CORRECTION_CHANGES_NOTHING", "DAYS_INCONSISTENT", "DOCUMENT_IMMUTABLE", "DOCUMENT_SECTORS_MISSING"})
    @Operation(operationId = "redraftCampaignDocument", summary = "修改草稿 / Change a draft", description = "只限草稿；已印发的文件不改，以新文件替代。A draft alone; what is issued stays, and another document supersedes it.")
    public RestResponse<DocumentView> redraft(@RestPath UUID id, @RestHeader("If-Match") String match,
            @Valid @NotNull RedraftRequest body) {
        var document = redraftDocument.handle(id, ETag.required(match), body.text());
        return ETag.ok(document.version(), document.view());
    }

    @GET
    @Path("/acknowledgements")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listAcknowledgementStandings", summary = "列出签收情况 / List who has acknowledged", description = "范围内须签收的组织，按组织树排列；未签收的用acknowledged=false。Obliged organizations in scope, in the order of the tree; those who have not: acknowledged=false.")
    public Page<AcknowledgementStanding> acknowledgements(@RestPath UUID id, @BeanParam ListParameters list,
            @RestQuery String organization, @RestQuery String directOnly,
            @Parameter(description = "是否签收 true: has acknowledged it; false: has not") @RestQuery String acknowledged,
            @Parameter(description = "逾期日 Day on which it was overdue and not acknowledged, YYYY-MM-DD") @RestQuery String overdueOn) {
        visible(id);
        return lists.answer(Documents.STANDINGS, list.query().subtree(organization, directOnly)
                .id("document", id.toString()).flagged("acknowledged", acknowledged).day("overdueOn", overdueOn));
    }

    @GET
    @Path("/transitions")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getCampaignDocumentTransitions", summary = "查询可执行的步骤 / Steps of a document", description = "对当前调用方、以今天为业务日期。For this caller, with today as the day of the step.")
    public Transitions transitions(@RestPath UUID id) {
        return moveDocument.open(visible(id));
    }

    @POST
    @Path("/transitions")
    @Idempotent
    @TakesSteps(MoveDocument.class)
    @RolesAllowed({Roles.OFFICER, Roles.SYSTEM})
    @Refuses({"DOCUMENT_SUCCESSOR_UNFIT", "DRAFTER_ISSUES", "STEP_REASON_REQUIRED"})
    @Operation(operationId = "moveCampaignDocument", summary = "执行步骤 / Take a step of a document", description = "issue 由起草人以外的人印发；supersede 由同一组织同类新文件替代；withdraw 撤回并说明理由。issue: by another person than the drafter; supersede: by an issued document of the same kind and issuer; withdraw: with its reason.")
    public RestResponse<DocumentView> move(@RestPath UUID id, @RestHeader("If-Match") String match,
            @Valid @NotNull DocumentMove body) {
        var moved = moveDocument.handle(id, ETag.required(match), body);
        return ETag.ok(moved.version(), moved.view());
    }

    @GET
    @Path("/history")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listCampaignDocumentHistory", summary = "查询文件的步骤 / Steps a document has taken", description = "按版本排列；下级看不到步骤。In order of versions; those below see none.")
    public Page<StepHistory.Taken> history(@RestPath UUID id, @BeanParam ListParameters list) {
        visible(id);
        return lists.answer(StepHistory.LISTING, list.query().about(CampaignDocument.RESOURCE, id));
    }

    private CampaignDocument visible(UUID id) {
        return documents.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }
}
