package io.zhixing.project;

import jakarta.inject.Singleton;

import io.zhixing.platform.access.Caller;

/**
 * Who acts, as four eyes tell people apart: a person by his member id, whatever client he uses; a machine, or a person
 * whom the identity provider does not tie to a member, by client and subject.
 */
@Singleton
public class Actor {

    private final Caller caller;

    Actor(Caller caller) {
        this.caller = caller;
    }

    public String id() {
        return caller.member().map(member -> "member:" + member).orElseGet(caller::name);
    }
}
