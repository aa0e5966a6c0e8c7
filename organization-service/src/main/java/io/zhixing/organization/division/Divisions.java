package io.zhixing.organization.division;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.platform.list.Listing;

@ApplicationScoped
public class Divisions implements PanacheRepositoryBase<Division, UUID> {

    /** Reference data: everybody who may call sees all of it. */
    static final Listing<DivisionView> LISTING = Listing.of(DivisionView.class,
            "d.id, d.code, d.name, d.level, d.parent_code, d.not_a_place, d.valid_from, d.valid_to, d.version",
            "division d",
            row -> new DivisionView(row.getObject("id", UUID.class), row.getString("code"), row.getString("name"),
                    Division.Level.valueOf(row.getString("level")), row.getString("parent_code"),
                    row.getBoolean("not_a_place"), row.getObject("valid_from", LocalDate.class),
                    row.getObject("valid_to", LocalDate.class),
                    row.getLong("version")))
            .orderedBy("code", "d.code", "text", "d.id", "uuid")
            .filter("code", "d.code = ?")
            .filter("parentCode", "d.parent_code = ?")
            .filter("level", "d.level = any (?)")
            .filter("validOn",
                    "(d.valid_from is null or d.valid_from <= ?) and (d.valid_to is null or d.valid_to > ?)");

    public Map<String, Division> byCode() {
        return listAll().stream().collect(Collectors.toMap(Division::code, Function.identity()));
    }

    public Optional<Division> byCode(String code) {
        return find("code", code).firstResultOptional();
    }
}
