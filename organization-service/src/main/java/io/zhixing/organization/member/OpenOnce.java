package io.zhixing.organization.member;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

import io.zhixing.platform.imports.RowOutcome;
import io.zhixing.platform.outbox.DomainEvent;
import io.zhixing.platform.outbox.Outbox;

/**
 * What the rows of a file make of something that a member has open once at a time, such as his floating: what he has already,
 * and what earlier rows made.
 *
 * @param <K> what is known of one; @param <F> one that is made
 */
public final class OpenOnce<K extends OpenOnce.Known, F> {

    /** One that is there already, or was made by an earlier row. */
    public interface Known {

        UUID id();

        boolean open();

        long version();
    }

    private final Map<UUID, List<K>> known;
    private final Map<UUID, String> paths = new HashMap<>();
    private final List<F> fresh = new ArrayList<>();

    /** @param known what is there, by member */
    public OpenOnce(Map<UUID, List<K>> known) {
        this.known = new HashMap<>(known);
    }

    /** The outcome of a row that says what is known already; empty when nothing known says the same. */
    public Optional<RowOutcome> unchanged(UUID member, Predicate<K> saysTheSame) {
        return of(member).stream().filter(saysTheSame).findFirst()
                .map(same -> RowOutcome.unchanged(same.id(), same.version()));
    }

    public boolean isOpen(UUID member) {
        return of(member).stream().anyMatch(Known::open);
    }

    /** Takes note of what a row made, for the rows behind it and to be written with them. */
    public RowOutcome made(MembersNumbered.Enrolled member, F record, K asKnown) {
        known.computeIfAbsent(member.id(), id -> new ArrayList<>()).add(asKnown);
        paths.put(member.branch(), member.path());
        fresh.add(record);
        return RowOutcome.created(asKnown.id(), asKnown.version());
    }

    /** @param event of a record; its organization is the member's branch */
    public void write(Consumer<List<F>> rows, Function<F, ? extends DomainEvent> event, Outbox outbox) {
        rows.accept(fresh);
        outbox.appendAll(fresh.stream().<DomainEvent>map(event).toList(), one -> paths.get(one.organizationId()));
    }

    private List<K> of(UUID member) {
        return known.getOrDefault(member, List.of());
    }
}
