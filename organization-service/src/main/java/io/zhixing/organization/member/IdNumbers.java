package io.zhixing.organization.member;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.zhixing.platform.secret.Mac;
import io.zhixing.platform.secret.Seal;
import io.zhixing.platform.secret.Secrets;

/** How an ID number is kept: sealed for its row, found by a keyed digest, shown by its mask. */
@Singleton
class IdNumbers {

    private final Seal seal;
    private final Mac blindIndex;

    IdNumbers(Secrets secrets) {
        this.seal = secrets.seal("personal-data");
        this.blindIndex = secrets.mac("blind-index");
    }

    PartyMember.KeptIdNumber kept(UUID member, CitizenId idNumber) {
        return kept(member, idNumber, index(idNumber));
    }

    /** The same with its digest where that is known already. */
    PartyMember.KeptIdNumber kept(UUID member, CitizenId idNumber, byte[] index) {
        var number = idNumber.number();
        return new PartyMember.KeptIdNumber(
                seal.close(number.getBytes(StandardCharsets.US_ASCII), place(member)),
                index, idNumber.masked());
    }

    /** The number itself, from the envelope in the member's row. */
    String opened(UUID member, byte[] sealed) {
        return new String(seal.open(sealed, place(member)), StandardCharsets.US_ASCII);
    }

    byte[] index(CitizenId idNumber) {
        return blindIndex.of(idNumber.number());
    }

    private static String place(UUID member) {
        return "party_member|id_number|" + member;
    }
}
