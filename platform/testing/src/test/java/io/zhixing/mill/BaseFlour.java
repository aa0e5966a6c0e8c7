package io.zhixing.mill;

import jakarta.persistence.Entity;
import jakarta.ws.rs.core.Response;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Breaks: a name that says nothing, double, HTTP in an aggregate, an open field. */
@Entity
public class BaseFlour {

    public double weight;

    Response answer() {
        return Response.ok().build();
    }

    interface Flours extends PanacheRepositoryBase<BaseFlour, String> {}
}
