package io.zhixing.platform.retry;

import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

class ReplayMapper {

    @ServerExceptionMapper
    Response replay(Replay replay) {
        var stored = replay.answer();
        var answer = Response.status(stored.status()).header("Idempotent-Replayed", "true");
        stored.headers().forEach(answer::header);
        return stored.body().length == 0 ? answer.build() : answer.entity(stored.body()).build();
    }
}
