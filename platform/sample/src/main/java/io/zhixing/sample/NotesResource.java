package io.zhixing.sample;

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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import io.zhixing.platform.access.Access;
import io.zhixing.platform.contract.Refuses;
import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.Page;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.retry.Idempotent;
import io.zhixing.platform.retry.ReadOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/notes")
@Tag(name = "笔记 Notes", description = "示例 The sample's only subject")
public class NotesResource {

    private final Notes notes;
    private final Access access;
    private final Outbox outbox;
    private final Lists lists;

    NotesResource(Notes notes, Access access, Outbox outbox, Lists lists) {
        this.notes = notes;
        this.access = access;
        this.outbox = outbox;
        this.lists = lists;
    }

    @Schema(description = "写笔记 A note to write", examples = "{\"folder\":\"F-0001\",\"title\":\"七一\",\"writtenOn\":\"2016-07-01\"}")
    record WriteNote(
            @Schema(description = "文件夹编码或标识 Folder by id or code") @NotBlank String folder,
            @Schema(description = "标题 Title") @NotBlank @Size(max = 20) String title,
            @Schema(description = "日期 Day") @NotNull LocalDate writtenOn,
            @Schema(description = "标签 Tags") List<@Valid NoteTag> tags) {}

    @Schema(description = "标签 Tag")
    record NoteTag(@Schema(description = "名称 Name") @NotBlank String name) {}

    @Schema(description = "改标题 A new title", examples = "{\"title\":\"七一会议\"}")
    record RenameNote(@Schema(description = "标题 Title") @NotBlank String title) {}

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed("WRITER")
    @Refuses("NOTE_TITLE_TAKEN")
    @Operation(operationId = "writeNote", summary = "写笔记 / Write a note", description = "在文件夹中写一条笔记 Writes a note into a folder")
    public RestResponse<NoteView> write(@Valid @NotNull WriteNote body, @Context UriInfo uri) {
        var folder = access.locate(body.folder(), Place.pointer("/folder"));
        access.require(folder.path(), "WRITER");
        var note = new Note(folder.id(), folder.path(), body.title(), body.writtenOn());
        notes.persistAndFlush(note);
        outbox.append(Note.Written.of(note), folder.path());
        return ETag.created(uri, note.id(), note.version(), NoteView.of(note));
    }

    @GET
    @ReadOnly
    @RolesAllowed({"WRITER", "READER"})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listNotes", summary = "列出笔记 / List notes", description = "可见文件夹中的笔记 Notes of the folders that the caller sees")
    public Page<NoteView> list(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly,
            @Parameter(description = "标题 Exact title") @RestQuery String title,
            @Parameter(description = "起始日 First day of writing, included") @RestQuery String writtenFrom) {
        return lists.answer(Notes.LISTING,
                list.query().subtree(organization, directOnly).equal("title", title).day("writtenFrom", writtenFrom));
    }

    @GET
    @Path("/{id}")
    @ReadOnly
    @RolesAllowed({"WRITER", "READER"})
    @Operation(operationId = "getNote", summary = "读笔记 / Read a note", description = "看不见的笔记即不存在 A note that the caller does not see does not exist for him")
    public RestResponse<NoteView> get(@RestPath UUID id) {
        var note = visible(id);
        return ETag.ok(note.version(), NoteView.of(note));
    }

    @PUT
    @Path("/{id}")
    @Idempotent
    @RolesAllowed("WRITER")
    @Refuses("NOTE_TITLE_TAKEN")
    @Operation(operationId = "renameNote", summary = "改标题 / Rename a note", description = "须带If-Match Needs If-Match")
    public RestResponse<NoteView> rename(@RestPath UUID id, @RestHeader("If-Match") String match,
            @Valid @NotNull RenameNote body) {
        long read = ETag.required(match);
        var note = visible(id);
        access.require(note.path(), "WRITER");
        ETag.check(read, note.version());
        note.rename(body.title());
        notes.flush();
        outbox.append(Note.Written.of(note), note.path());
        return ETag.ok(note.version(), NoteView.of(note));
    }

    private Note visible(UUID id) {
        return notes.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }
}
