package io.zhixing.platform.imports;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import io.zhixing.platform.access.Caller;
import io.zhixing.platform.audit.AuditNote;
import io.zhixing.platform.audit.AuditTrail;
import io.zhixing.platform.contract.Refuses;
import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.Page;
import io.zhixing.platform.list.Query;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.retry.Idempotent;
import io.zhixing.platform.retry.ReadOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/imports")
@Tag(name = "导入 Imports", description = "批量导入，逐行给出结果 Bulk import with one result for each row")
public class ImportsResource {

    private final ImportKinds kinds;
    private final QueueImport queueImport;
    private final ImportJobs jobs;
    private final Lists lists;
    private final Caller caller;
    private final AuditTrail trail;

    ImportsResource(ImportKinds kinds, QueueImport queueImport, ImportJobs jobs, Lists lists,
            Caller caller, AuditTrail trail) {
        this.trail = trail;
        this.kinds = kinds;
        this.queueImport = queueImport;
        this.jobs = jobs;
        this.lists = lists;
        this.caller = caller;
    }

    @POST
    @Idempotent(keyRequired = true)
    @ResponseStatus(202)
    @Consumes({"text/csv", "application/x-ndjson"})
    @RolesAllowed("${zhixing.access.import-roles}")
    @Refuses({"ALL_OR_NOTHING_TOO_LARGE", "IMPORT_COLUMN_MISSING", "IMPORT_COLUMN_REPEATED", "IMPORT_COLUMN_UNKNOWN",
            "IMPORT_EMPTY", "IMPORT_NOT_UTF8", "IMPORT_TOO_MANY_ROWS"})
    @Operation(operationId = "startImport", summary = "上传并导入文件 / Import a file", description = "dryRun=true只检查不写入，建议先试运行。结果逐行给出，见results；被拒绝的行可从rejected取回，改正后重新上传。With dryRun=true nothing is written: try that first. Every row has a result under results; rejected rows come back under rejected, ready to be corrected.")
    public RestResponse<ImportJob> start(
            @Parameter(description = "种类 What is imported", required = true) @RestQuery String kind,
            @Parameter(description = "方式 partial or allOrNothing", required = true, example = "partial") @RestQuery String mode,
            @Parameter(description = "是否试运行 true or false", required = true, example = "true") @RestQuery String dryRun,
            @RequestBody(description = "文件 The file, UTF-8", required = true, content = {
                    @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING, format = "binary", description = "CSV文件 RFC 4180 with a header"), examples = @ExampleObject(name = "csv", value = "code,name\r\n")),
                    @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING, format = "binary", description = "每行一个JSON对象 One JSON object a line"), examples = @ExampleObject(name = "ndjson", value = "{}\n"))}) @NotNull Upload file,
            @Context UriInfo uri) {
        var job = queueImport.handle(kind, mode, dryRun, file);
        return RestResponse.ResponseBuilder.<ImportJob>create(202).entity(job)
                .header("Location", uri.getRequestUri().getRawPath().replaceAll("/$", "") + "/" + job.id())
                .header("Retry-After", "1")
                .header("ETag", ETag.of(job.version())).build();
    }

    @GET
    @ReadOnly
    @RolesAllowed("${zhixing.access.import-roles}")
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listImports", summary = "列出导入任务 / List imports", description = "调用者自己的导入 The caller's own")
    public Page<ImportJob> list(@BeanParam ListParameters list,
            @Parameter(description = "种类 Kind") @RestQuery String kind) {
        return lists.answer(ImportJobs.LISTING,
                list.query().equal("requester", caller.name()).named("kind", kind, kinds.names()));
    }

    @GET
    @Path("/{id}")
    @ReadOnly
    @RolesAllowed("${zhixing.access.import-roles}")
    @Operation(operationId = "getImport", summary = "查询导入任务 / Read an import", description = "进度与各类行数 Its progress and counts of rows")
    public RestResponse<ImportJob> get(@RestPath UUID id) {
        var job = own(id);
        return ETag.ok(job.version(), job);
    }

    @DELETE
    @Path("/{id}")
    @Idempotent
    @ResponseStatus(204)
    @RolesAllowed("${zhixing.access.import-roles}")
    @Refuses("IMPORT_ENDED")
    @Operation(operationId = "cancelImport", summary = "取消导入 / Cancel an import", description = "已提交的行保留，其余为NOT_ATTEMPTED。Rows already committed stay; the others become NOT_ATTEMPTED.")
    public void cancel(@RestPath UUID id) {
        own(id);
        if (!jobs.askToCancel(id)) {
            throw PlatformProblems.IMPORT_ENDED.about();
        }
    }

    @GET
    @Path("/{id}/results")
    @ReadOnly
    @RolesAllowed("${zhixing.access.import-roles}")
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listImportResults", summary = "逐行结果 / Results of an import", description = "每个数据行一条，顺序与文件相同 One for each data row, in the order of the file")
    public Page<ImportResult> results(@RestPath UUID id, @BeanParam ListParameters list,
            @Parameter(description = "结果 Outcome") @RestQuery List<String> outcome) {
        return lists.answer(ImportResults.LISTING, list.query().id("job", own(id).id().toString())
                .oneOf("outcome", outcome, RowOutcome.Outcome.class));
    }

    @GET
    @Path("/{id}/rejected")
    @ReadOnly
    @RolesAllowed("${zhixing.access.import-roles}")
    @Produces({"text/csv", "application/x-ndjson"})
    @Refuses("IMPORT_UPLOAD_REMOVED")
    @Operation(operationId = "downloadRejectedRows", summary = "下载被拒绝的行 / Download rejected rows", description = "按上传原样给出，另加原因两列；仅限上传人。As uploaded, with two columns more; for the uploader alone.")
    public RejectedRows rejected(@RestPath UUID id) {
        own(id);
        if (jobs.isUploadRemoved(id)) {
            throw PlatformProblems.IMPORT_UPLOAD_REMOVED.about();
        }
        trail.apart(AuditNote.of("rejected-rows-read").about("imports", id));
        return new RejectedRows(id, jobs.format(id));
    }

    @GET
    @Path("/templates/{kind}")
    @ReadOnly
    @RolesAllowed("${zhixing.access.import-roles}")
    @Operation(operationId = "getImportTemplate", summary = "导入模板 / Import template", description = "列名与空白文件 Columns and an empty file")
    public ImportTemplate template(@RestPath String kind,
            @Parameter(description = "表头语言，zh或en，不填为en zh or en; en when absent") @RestQuery String header) {
        var asked = kinds.named(kind).orElseThrow(PlatformProblems.NOT_FOUND::about);
        var faults = new Faults();
        boolean chinese = Query.isChinese(header, faults);
        faults.refuse();
        return ImportTemplate.of(asked, chinese);
    }

    private ImportJob own(UUID id) {
        return jobs.ofRequester(id, caller.name()).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }
}
