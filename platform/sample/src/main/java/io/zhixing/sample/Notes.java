package io.zhixing.sample;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.platform.list.Listing;

@ApplicationScoped
public class Notes implements PanacheRepositoryBase<Note, UUID> {

    static final Listing<NoteView> LISTING = Listing
            .of(NoteView.class, "n.id, n.folder_id, n.title, n.written_on, n.version", "note n",
                    row -> new NoteView(row.getObject("id", UUID.class), row.getObject("folder_id", UUID.class),
                            row.getString("title"),
                            row.getObject("written_on", LocalDate.class), row.getLong("version")))
            .scopedBy("n.organization_path")
            .orderedBy("folder", "n.organization_path", "text", "n.id", "uuid")
            .orderedBy("writtenOn", "n.written_on", "date", "n.id", "uuid")
            .orderedBy("titleLength", "length(n.title)", "integer", "n.id", "uuid")
            .filter("title", "n.title = ?")
            .filter("writtenFrom", "n.written_on >= ?")
            .measure("titleLength", "length(n.title)");
}
