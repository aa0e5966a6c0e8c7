package io.zhixing.organization.floating;

import java.time.LocalDate;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.floating.FloatingMember.Place;
import io.zhixing.organization.structure.OrganizationHoldings;
import io.zhixing.organization.structure.Seat;
import io.zhixing.platform.outbox.Outbox;

/**
 * Members who are away from an organization that ends, or attend there. A merger transfers nobody: who was away from the merged
 * branch is away from its successor, and who attended there attends at the successor, by a record that begins as the other ends,
 * so that each day shows the home and the host it had. A host that is dissolved has no successor: the record ends, and his home
 * registers him with another when he stays away.
 */
@RequestScoped
class FloatingHoldings implements OrganizationHoldings {

    private final FloatingMembers floating;
    private final EndFloating endFloating;
    private final Outbox outbox;

    FloatingHoldings(FloatingMembers floating, EndFloating endFloating, Outbox outbox) {
        this.floating = floating;
        this.endFloating = endFloating;
        this.outbox = outbox;
    }

    @Override
    public void dissolve(Seat host, LocalDate on) {
        endFloating.handle(floating.openAt(host.id()), on);
    }

    @Override
    public void handOver(Seat merged, Seat successor, LocalDate on) {
        var open = floating.openAt(merged.id());
        var goOn = open.stream().flatMap(record -> after(record, merged, successor, on)).toList();
        endFloating.handle(open, on);
        floating.persist(goOn);
        floating.flush();
        goOn.forEach(record -> outbox.append(record.changed(), record.homePath()));
    }

    /** Nothing when his home is merged with his host: there he is away no more. */
    private static Stream<FloatingMember> after(FloatingMember record, Seat merged, Seat successor, LocalDate on) {
        var home = replaced(record.home(), merged, successor);
        var host = record.host() == null ? null : replaced(record.host(), merged, successor);
        return home.equals(host) ? Stream.empty() : Stream.of(record.goingOn(home, host, on));
    }

    private static Place replaced(Place place, Seat merged, Seat successor) {
        return place.id().equals(merged.id()) ? new Place(successor.id(), successor.path()) : place;
    }
}
