package io.zhixing.organization;

import static io.zhixing.organization.Register.tag;

import io.restassured.response.Response;
import io.zhixing.platform.testing.token.Tokens;

/** What somebody makes or takes a step of, and succeeds. */
final class Acting {

    private Acting() {}

    static String secretary(Register.Organization organization, String person) {
        return Tokens.grant("BRANCH_SECRETARY", organization.code()).subject(person).token();
    }

    static String made(String list, Body body) {
        return Register.setUp().post(list, body).id();
    }

    static Response take(String token, String address, Body move) {
        var answer = Register.step(token, address, tag(address), move);
        answer.then().statusCode(200);
        return answer;
    }
}
