package io.zhixing.sample;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import io.zhixing.platform.access.Access;
import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.imports.ImportKind;
import io.zhixing.platform.imports.ImportRow;
import io.zhixing.platform.imports.ImportRun;
import io.zhixing.platform.imports.RowOutcome;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Notes from files: a title that is known is changed, another one is written anew. */
@RequestScoped
public class NoteImport implements ImportKind<NoteImport.NoteRow> {

    public record NoteRow(
            @Schema(description = "标题 Title") @NotBlank @Size(max = 20) String title,
            @Schema(description = "文件夹 Folder by code") @NotBlank String folder,
            @Schema(description = "日期 Day") LocalDate writtenOn) {}

    private record Stored(UUID id, LocalDate writtenOn, long version) {}

    private final Sql database;
    private final Access access;
    private final Outbox outbox;

    NoteImport(Sql database, Access access, Outbox outbox) {
        this.database = database;
        this.access = access;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "notes";
    }

    @Override
    public Class<NoteRow> row() {
        return NoteRow.class;
    }

    @Override
    public Map<String, String> ignoredColumns() {
        return Map.of("remark", "备注");
    }

    @Override
    public ImportRun<NoteRow> begin() {
        return new Run();
    }

    private final class Run implements ImportRun<NoteRow> {

        private final Map<String, Access.Located> folders = new HashMap<>();

        @Override
        public String key(NoteRow row) {
            return row.title();
        }

        @Override
        public List<RowOutcome> apply(List<ImportRow<NoteRow>> rows) {
            var stored = stored(rows);
            var fresh = new ArrayList<Note>();
            var outcomes = RowOutcome.ofEach(rows, row -> outcome(row.value(), stored.get(row.value().title()), fresh));
            insert(fresh);
            return outcomes;
        }

        private RowOutcome outcome(NoteRow row, Stored known, List<Note> fresh) {
            var folder = folders.computeIfAbsent(row.folder(),
                    reference -> access.locate(reference, Place.pointer("/folder")));
            access.require(folder.path(), "WRITER");
            if (known != null) {
                return RowOutcome.unchanged(known.id(), known.version());
            }
            new Faults()
                    .addIf(row.writtenOn() == null, PlatformProblems.VALUE_INVALID.at(Place.pointer("/writtenOn"), ""))
                    .refuse();
            var note = new Note(folder.id(), folder.path(), row.title(), row.writtenOn());
            fresh.add(note);
            return RowOutcome.created(note.id(), note.version());
        }
    }

    private Map<String, Stored> stored(List<ImportRow<NoteRow>> rows) {
        return database.map("select title, id, written_on, version from note where title = any (?)",
                row -> row.getString(1), NoteImport::stored,
                SqlArray.texts(rows.stream().map(row -> row.value().title()).toList()));
    }

    private static Stored stored(ResultSet found) throws SQLException {
        return new Stored(found.getObject(2, UUID.class), found.getObject(3, LocalDate.class), found.getLong(4));
    }

    private void insert(List<Note> notes) {
        Batch.of(notes).column("uuid", Note::id).column("uuid", Note::folderId).column("text", Note::path)
                .column("text", Note::title).column("date", Note::writtenOn).update(database, """
                            insert into note (id, folder_id, organization_path, title, written_on, version)
                            select n.*, 1 from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::date[]) n""");
        var paths = notes.stream().collect(Collectors.toMap(Note::id, Note::path));
        outbox.appendAll(notes.stream().map(Note.Written::of).toList(), written -> paths.get(written.aggregateId()));
    }
}
