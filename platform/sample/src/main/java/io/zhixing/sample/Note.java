package io.zhixing.sample;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.zhixing.platform.outbox.DomainEvent;
import io.zhixing.platform.time.Ids;

/** Something written down in a folder. */
@Entity
@Table(name = "note")
public class Note {

    @Id
    private UUID id;
    private UUID folderId;
    private String organizationPath;
    private String title;
    private LocalDate writtenOn;
    @Version
    private long version = 1;

    protected Note() {}

    public Note(UUID folderId, String path, String title, LocalDate writtenOn) {
        this.id = Ids.next();
        this.folderId = folderId;
        this.organizationPath = path;
        this.title = title;
        this.writtenOn = writtenOn;
    }

    public void rename(String title) {
        this.title = title;
    }

    public UUID id() {
        return id;
    }

    public UUID folderId() {
        return folderId;
    }

    public String path() {
        return organizationPath;
    }

    public String title() {
        return title;
    }

    public LocalDate writtenOn() {
        return writtenOn;
    }

    public long version() {
        return version;
    }

    /** A note after a change. */
    public record Written(UUID noteId, long version, UUID organizationId, LocalDate effectiveOn,
            String title) implements DomainEvent {

        static Written of(Note note) {
            return new Written(note.id, note.version, note.folderId, note.writtenOn, note.title);
        }

        @Override
        public UUID aggregateId() {
            return noteId;
        }
    }
}
