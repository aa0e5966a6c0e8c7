package io.zhixing.organization.group;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.structure.Seat;
import io.zhixing.platform.outbox.Outbox;

/**
 * The groups of a merged branch go on in its successor, with those who are in them: each closes there that day, and one of the
 * same name and leader begins here, so that the sessions of each day stay those of a group of the branch that held them.
 */
@RequestScoped
public class HandOverGroups {

    private static final int NAME_LENGTH = 60;

    private final PartyGroups groups;
    private final CloseGroups closeGroups;
    private final Outbox outbox;

    HandOverGroups(PartyGroups groups, CloseGroups closeGroups, Outbox outbox) {
        this.groups = groups;
        this.closeGroups = closeGroups;
        this.outbox = outbox;
    }

    /**
     * Needs the transaction of the merger.
     *
     * @return which group goes on as which
     */
    public Map<UUID, UUID> handle(Seat merged, Seat successor, LocalDate on) {
        var open = groups.openIn(merged.id());
        if (open.isEmpty()) {
            return Map.of();
        }
        var taken = groups.openIn(successor.id()).stream().map(PartyGroup::name)
                .collect(Collectors.toCollection(HashSet::new));
        var next = new ArrayList<PartyGroup>();
        var goesOnAs = new LinkedHashMap<UUID, UUID>();
        open.forEach(group -> {
            var name = free(group.name(), merged.code(), taken);
            taken.add(name);
            var one = group.goingOn(successor.id(), successor.path(), name, on);
            next.add(one);
            goesOnAs.put(group.id(), one.id());
        });
        closeGroups.handle(open, merged.path(), on);
        groups.write(next);
        outbox.appendAll(next.stream().map(group -> group.changed(on)).toList(), successor.path());
        return goesOnAs;
    }

    /** Where a group of the successor has its name, the code of the branch from which it came tells them apart. */
    private static String free(String name, String code, Set<String> taken) {
        return Stream.concat(Stream.of(name), IntStream.iterate(1, n -> n + 1)
                .mapToObj(n -> told(name, n == 1 ? "（原" + code + "）" : "（原" + code + "之" + n + "）")))
                .filter(candidate -> !taken.contains(candidate)).findFirst().orElseThrow();
    }

    private static String told(String name, String origin) {
        int room = NAME_LENGTH - origin.length();
        return (name.length() > room ? name.substring(0, room) : name) + origin;
    }
}
