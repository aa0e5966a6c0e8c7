package io.zhixing.organization.residence;

import java.time.LocalDate;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.residence.ResidenceRegistration.Place;
import io.zhixing.organization.structure.OrganizationHoldings;
import io.zhixing.organization.structure.Seat;
import io.zhixing.platform.outbox.Outbox;

/**
 * Registrations of an organization that ends: of its members elsewhere, and of others with it. A merger's successor stands in its
 * place, by a registration that begins as the other ends. With an organization that is dissolved they end: a member registers
 * with another one.
 */
@RequestScoped
class ResidenceHoldings implements OrganizationHoldings {

    private final Residences residences;
    private final EndResidences endResidences;
    private final Outbox outbox;

    ResidenceHoldings(Residences residences, EndResidences endResidences, Outbox outbox) {
        this.residences = residences;
        this.endResidences = endResidences;
        this.outbox = outbox;
    }

    @Override
    public void dissolve(Seat residence, LocalDate on) {
        endResidences.handle(residences.openAt(residence.id()), on);
    }

    @Override
    public void handOver(Seat merged, Seat successor, LocalDate on) {
        var open = residences.openAt(merged.id());
        var goOn = open.stream().flatMap(registration -> after(registration, merged, successor, on)).toList();
        endResidences.handle(open, on);
        residences.persist(goOn);
        residences.flush();
        goOn.forEach(registration -> outbox.append(registration.changed(), registration.homePath()));
    }

    /** Nothing when his home is merged with the organization where he lives. */
    private static Stream<ResidenceRegistration> after(ResidenceRegistration registration, Seat merged, Seat successor,
            LocalDate on) {
        var home = replaced(registration.home(), merged, successor);
        var residence = replaced(registration.residence(), merged, successor);
        return home.equals(residence) ? Stream.empty() : Stream.of(registration.goingOn(home, residence, on));
    }

    private static Place replaced(Place place, Seat merged, Seat successor) {
        return place.id().equals(merged.id()) ? new Place(successor.id(), successor.path()) : place;
    }
}
