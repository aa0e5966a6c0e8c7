package io.zhixing.organization.document;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.zhixing.organization.Roles;
import io.zhixing.platform.contract.Refuses;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.retry.Idempotent;
import io.zhixing.platform.retry.ReadOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/document-acknowledgements")
@Tag(name = "活动文件 Documents")
public class AcknowledgementsResource {

    private final AcknowledgeDocument acknowledgeDocument;
    private final Acknowledgements acknowledgements;

    AcknowledgementsResource(AcknowledgeDocument acknowledgeDocument, Acknowledgements acknowledgements) {
        this.acknowledgeDocument = acknowledgeDocument;
        this.acknowledgements = acknowledgements;
    }

    @Schema(name = "AcknowledgeDocument", description = "签收文件 A document to acknowledge", examples = """
            {"documentId":"01912d68-783e-7a0f-8000-0f54b3b0a5a6","organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","on":"2016-04-01",
             "arrangement":"四月十日前传达到各支部"}""")
    @JsonIgnoreProperties({"id", "version"})
    record AcknowledgeRequest(
            @Schema(description = "文件 Document") @NotNull UUID documentId,
            @Schema(description = "组织 Obliged organization") @NotNull UUID organizationId,
            @Schema(description = "签收日期 Business day, not before the document was issued and not after today") @NotNull LocalDate on,
            @Schema(description = "工作安排 What it arranges") @NotBlank @Size(max = 2000) String arrangement) {

        AcknowledgeDocument.Stated stated() {
            return new AcknowledgeDocument.Stated(documentId, organizationId, on, arrangement);
        }
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.SYSTEM})
    @Refuses({"ACKNOWLEDGED_BEFORE", "DAYS_INCONSISTENT", "DAY_IN_FUTURE", "DOCUMENT_NOT_ISSUED", "NOT_OBLIGED"})
    @Operation(operationId = "acknowledgeDocument", summary = "签收文件 / Acknowledge a document", description = "须签收的组织各签收一次，并写明工作安排。Each obliged organization once, with what it arranges.")
    public RestResponse<AcknowledgementView> acknowledge(@Valid @NotNull AcknowledgeRequest body,
            @Context UriInfo uri) {
        var made = acknowledgeDocument.handle(body.stated());
        return ETag.created(uri, made.id(), made.version(), made.view());
    }

    @GET
    @Path("/{id}")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getDocumentAcknowledgement", summary = "读取签收 / Read an acknowledgement", description = "按标识读取 By its id.")
    public RestResponse<AcknowledgementView> get(@RestPath UUID id) {
        var found = acknowledgements.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        return ETag.ok(found.version(), found.view());
    }
}
