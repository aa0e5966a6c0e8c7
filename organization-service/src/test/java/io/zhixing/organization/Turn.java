package io.zhixing.organization;

import static io.restassured.RestAssured.given;
import static io.zhixing.organization.Register.ORGANIZATIONS;

import io.restassured.http.ContentType;
import io.restassured.response.Response;

/** Steps of organizations, each with a reason. */
final class Turn {

    private Turn() {}

    /** Active since 2012, as an organization must be to be merged or dissolved. */
    static Register.Organization active(Register.Organization organization) {
        Register.taken(Register.officer(), ORGANIZATIONS + "/" + organization.id(), organization.etag(),
                Register.stepOf("activate", "2012-01-04"));
        return organization;
    }

    /** An active branch with nobody on its roll: it was a general branch until 2013. */
    static Register.Organization emptyBranch(Register.Organization parent) {
        var general = active(Register.below(parent, "GENERAL_BRANCH"));
        taken(general, "change-type", "2013-01-04", because("改设").with("type", "BRANCH"));
        return general;
    }

    /** A step that a test needs taken. */
    static void taken(Register.Organization organization, String step, String on, Body more) {
        Register.taken(Register.officer(), ORGANIZATIONS + "/" + organization.id(),
                more.with("transition", step).with("on", on));
    }

    static Response of(Register.Organization organization, String step, String on, Body more) {
        return by(Register.officer(), organization, step, on, more);
    }

    /** From the version that stands now. */
    static Response by(String token, Register.Organization organization, String step, String on, Body more) {
        return from(etag(organization), token, organization, step, on, more);
    }

    static Response from(String etag, String token, Register.Organization organization, String step, String on,
            Body more) {
        return given().auth().oauth2(token).contentType(ContentType.JSON).header("If-Match", etag)
                .body(more.with("transition", step).with("on", on).toString())
                .post(ORGANIZATIONS + "/" + organization.id() + "/transitions");
    }

    static Body because(String reason) {
        return new Body().with("comment", reason).with("documentNumber", "示组〔2016〕1号").with("decidedBy", "示例县委");
    }

    static Body under(Register.Organization parent) {
        return because("调整隶属").with("parentId", parent.id()).with("code", Register.codeBelow(parent));
    }

    static Body into(Register.Organization successor) {
        return because("合并").with("successorId", successor.id());
    }

    static String etag(Register.Organization organization) {
        return Register.tag(ORGANIZATIONS + "/" + organization.id());
    }

    static Response read(Register.Organization organization) {
        return Register.get(Register.officer(), ORGANIZATIONS + "/" + organization.id());
    }
}
