package io.zhixing.bakery;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Bread {

    @Id
    private String id;

    protected Bread() {}

    public Bread(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
