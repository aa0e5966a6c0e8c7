package io.zhixing.bakery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

public class Breads implements PanacheRepositoryBase<Bread, String> {

    public boolean isBaked(String id) {
        return count("id", id) > 0;
    }
}
