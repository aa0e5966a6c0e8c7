package io.zhixing.organization.member;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;
import io.zhixing.platform.time.Ids;

/** Many members by one statement each for reading and writing: the path of imports. */
@ApplicationScoped
class MemberBatches {

    private final Sql database;

    MemberBatches(Sql database) {
        this.database = database;
    }

    /** A member as the register has him, to be held against a row. */
    record Stored(UUID id, long version, String name, byte[] idNumberIndex, String ethnicityCode, MemberType memberType,
            LocalDate joinedOn, LocalDate fullSince, UUID organizationId, LocalDate onRollFrom) {

        /** Sex and birth date lie in the ID number. */
        boolean says(PartyMember.Facts facts, byte[] index) {
            return isStatedOf(facts, index) && name.equals(facts.name())
                    && ethnicityCode.equals(facts.ethnicityCode()) && joinedOn.equals(facts.joinedOn())
                    && Objects.equals(fullSince, facts.fullSince());
        }

        /** Whether it is he, as far as a correction leaves him: person, type, branch and roll. */
        boolean isStatedOf(PartyMember.Facts facts, byte[] index) {
            return Arrays.equals(idNumberIndex, index) && memberType == facts.memberType()
                    && organizationId.equals(facts.organizationId()) && onRollFrom.equals(facts.onRollFrom());
        }

        MemberCorrection correction(PartyMember.Facts facts, String reason) {
            return new MemberCorrection(reason, facts.name(), null, facts.ethnicityCode(), facts.joinedOn(),
                    facts.fullSince());
        }
    }

    /** Who is on the register already under one of the numbers of a file. */
    record Known(Map<String, Stored> byNumber, Set<ByteBuffer> idNumbers) {

        Stored numbered(String memberNumber) {
            return byNumber.get(memberNumber);
        }

        boolean hasIdNumber(byte[] index) {
            return idNumbers.contains(ByteBuffer.wrap(index));
        }
    }

    Known known(List<String> numbers, List<byte[]> idNumberIndexes) {
        var byNumber = database.map(
                """
                select member_number, id, version, name, id_number_index, ethnicity_code, member_type, joined_on, full_since,
                       organization_id, on_roll_from
                from party_member where member_number = any (?)
                union
                select member_number, id, version, name, id_number_index, ethnicity_code, member_type, joined_on, full_since,
                       organization_id, on_roll_from
                from party_member where id_number_index = any (array(select decode(hex, 'hex') from unnest(?::text[]) as hex))""",
                row -> row.getString("member_number"), MemberBatches::stored, SqlArray.texts(numbers),
                SqlArray.texts(idNumberIndexes.stream().map(MemberBatches::hex).toList()));
        return new Known(byNumber, byNumber.values().stream().map(one -> ByteBuffer.wrap(one.idNumberIndex()))
                .collect(Collectors.toSet()));
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(row.getObject("id", UUID.class), row.getLong("version"), row.getString("name"),
                row.getBytes("id_number_index"), row.getString("ethnicity_code"),
                MemberType.valueOf(row.getString("member_type")), row.getObject("joined_on", LocalDate.class),
                row.getObject("full_since", LocalDate.class), row.getObject("organization_id", UUID.class),
                row.getObject("on_roll_from", LocalDate.class));
    }

    /** Writes members with their first period on a roll; needs the transaction of the import. */
    void enrol(List<PartyMember> members) {
        PartyMember.columns(Batch.of(members)).update(database,
                """
                    insert into party_member (id, member_number, name, id_number, id_number_index, id_number_masked, sex_code, ethnicity_code,
                      birth_date, member_type, joined_on, full_since, organization_id, organization_path, status, on_roll_from, version)
                    select id, member_number, name, decode(id_number, 'hex'), decode(id_number_index, 'hex'), id_number_masked, sex_code,
                      ethnicity_code, birth_date, member_type, joined_on, full_since, organization_id, organization_path, status,
                      on_roll_from, version
                    from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::date[], ?::text[],
                                ?::date[], ?::date[], ?::uuid[], ?::text[], ?::text[], ?::date[], ?::bigint[])
                           as m (id, member_number, name, id_number, id_number_index, id_number_masked, sex_code, ethnicity_code, birth_date,
                                 member_type, joined_on, full_since, organization_id, organization_path, status, on_roll_from, version)""");
        Batch.of(members).column("uuid", member -> Ids.next()).column("uuid", PartyMember::id)
                .column("uuid", PartyMember::organizationId).column("text", PartyMember::path)
                .column("date", PartyMember::onRollFrom).update(database, """
                            insert into roll_period (id, member_id, organization_id, organization_path, on_roll_from)
                            select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::date[])""");
    }

    /** Arrays of bytes travel as hexadecimal text. */
    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
