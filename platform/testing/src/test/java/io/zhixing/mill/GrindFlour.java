package io.zhixing.mill;

import java.time.LocalDate;

import jakarta.inject.Inject;

import io.zhixing.bakery.Bread;

/** Breaks: an injected field, another service's class, a hidden clock, a query, a sleep. */
public class GrindFlour {

    @Inject
    BaseFlour.Flours flours;

    public Bread handle() throws InterruptedException {
        Thread.sleep(1);
        flours.find("day", LocalDate.now());
        return null;
    }
}
