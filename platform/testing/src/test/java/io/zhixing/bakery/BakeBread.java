package io.zhixing.bakery;

import java.time.Clock;
import java.time.LocalDate;

public class BakeBread {

    private final Breads breads;
    private final Clock clock;

    BakeBread(Breads breads, Clock clock) {
        this.breads = breads;
        this.clock = clock;
    }

    public Bread handle() {
        var id = LocalDate.now(clock).toString();
        if (!breads.isBaked(id)) {
            breads.persist(new Bread(id));
        }
        return breads.findById(id);
    }
}
