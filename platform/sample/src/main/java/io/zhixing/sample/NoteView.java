package io.zhixing.sample;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "笔记 A note", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4de","folderId":"01912d68-783e-7a0f-8000-0f54b3b0a4df","title":"七一",
         "writtenOn":"2016-07-01","version":1}""")
record NoteView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "文件夹 Folder", required = true) UUID folderId,
        @Schema(description = "标题 Title", required = true) String title,
        @Schema(description = "日期 Day", required = true) LocalDate writtenOn,
        @Schema(description = "版本 Version", required = true) long version) {

    static NoteView of(Note note) {
        return new NoteView(note.id(), note.folderId(), note.title(), note.writtenOn(), note.version());
    }
}
