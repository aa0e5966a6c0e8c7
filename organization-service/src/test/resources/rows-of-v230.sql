-- Rows as the version of V230 wrote them; ids end in a number of their own, the tens tell the table.
insert into division (id, code, name, level, not_a_place, version)
values ('00000000-0000-7000-8000-000000000001', '441200', '肇庆市', 'CITY', false, 1);

-- A committee of the city, and two branches of which one was renamed and later merged into the other.
insert into party_organization (id, code, name, type, area_code, parent_id, organization_path, established_on, activated_on,
  activation_entered_at, state, version)
values ('00000000-0000-7000-8000-000000000001', '001', '市委', 'LOCAL_COMMITTEE', '441200', null, '/0001/', '2010-07-01', '2010-07-01',
        clock_timestamp(), 'ACTIVE', 1);
insert into party_organization (id, code, name, type, area_code, parent_id, organization_path, established_on, activated_on,
  activation_entered_at, state, version)
values ('00000000-0000-7000-8000-000000000002', '001001', '机关党委', 'PRIMARY_COMMITTEE', '441200', '00000000-0000-7000-8000-000000000001',
        '/0001/0001/', '2010-07-01', '2010-07-01', clock_timestamp(), 'ACTIVE', 1);
insert into party_organization (id, code, name, type, area_code, parent_id, organization_path, established_on, activated_on,
  activation_entered_at, state, version)
values ('00000000-0000-7000-8000-000000000003', '001001001', '一支部', 'BRANCH', '441200', '00000000-0000-7000-8000-000000000002',
        '/0001/0001/0001/', '2010-07-01', '2010-07-01', clock_timestamp(), 'ACTIVE', 1),
       ('00000000-0000-7000-8000-000000000004', '001001002', '二支部', 'BRANCH', '441200', '00000000-0000-7000-8000-000000000002',
        '/0001/0001/0002/', '2010-07-01', '2010-07-01', clock_timestamp(), 'ACTIVE', 1);
update party_organization set name = '第一支部', changed_on = '2014-01-01', version = 2 where id = '00000000-0000-7000-8000-000000000003';
update party_organization set state = 'MERGED', successor_id = '00000000-0000-7000-8000-000000000004', dissolved_on = '2016-03-20',
  changed_on = '2016-03-20', version = 3 where id = '00000000-0000-7000-8000-000000000003';

insert into party_member (id, member_number, name, id_number, id_number_index, id_number_masked, sex_code, ethnicity_code, birth_date,
  member_type, joined_on, full_since, organization_id, organization_path, status, on_roll_from, version)
select ('00000000-0000-7000-8000-00000000001' || n)::uuid, 'M' || n, '示例', '\x00', decode('0' || n, 'hex'), '9****9', '1', '01', '1950-01-01',
  'FULL', '1970-07-01', '1971-07-01', '00000000-0000-7000-8000-000000000004', '/0001/0001/0002/', 'ACTIVE', '2016-03-20', 1
from generate_series(1, 3) as n;

-- A term that was postponed twice, of which the second until is known alone, and one that never was.
insert into committee_term (id, organization_id, number, elected_on, years, ends_on, extended_until, extension_reason, stepped_on, version)
values ('00000000-0000-7000-8000-000000000021', '00000000-0000-7000-8000-000000000002', 1, '2013-01-04', 3, '2016-01-04', '2016-12-31',
        '换届筹备', '2016-06-20', 3),
       ('00000000-0000-7000-8000-000000000022', '00000000-0000-7000-8000-000000000004', 1, '2015-01-04', 3, '2018-01-04', null, null,
        '2015-01-04', 1);
insert into step_history (resource_type, resource_id, version, organization_path, step, from_state, to_state, taken_on, entered_by)
values ('committee-term', '00000000-0000-7000-8000-000000000021', 2, '/0001/0001/', 'postpone', 'OPEN', 'OPEN', '2015-12-01', 'officer'),
       ('committee-term', '00000000-0000-7000-8000-000000000021', 3, '/0001/0001/', 'postpone', 'OPEN', 'OPEN', '2016-06-20', 'officer');

-- A group with a member that went on at the successor, and one that began there on the same day for another one.
insert into party_group (id, organization_id, organization_path, name, formed_on, closed_on, stepped_on, version)
values ('00000000-0000-7000-8000-000000000031', '00000000-0000-7000-8000-000000000003', '/0001/0001/0001/', '第一党小组', '2012-03-01',
        '2016-03-20', '2016-03-20', 2),
       ('00000000-0000-7000-8000-000000000032', '00000000-0000-7000-8000-000000000004', '/0001/0001/0002/', '第一党小组', '2016-03-20',
        null, '2016-03-20', 1),
       ('00000000-0000-7000-8000-000000000033', '00000000-0000-7000-8000-000000000004', '/0001/0001/0002/', '第二党小组', '2016-03-20',
        null, '2016-03-20', 1);
insert into group_period (id, member_id, group_id, from_day, to_day)
values (gen_random_uuid(), '00000000-0000-7000-8000-000000000011', '00000000-0000-7000-8000-000000000031', '2012-03-01', '2016-03-20'),
       (gen_random_uuid(), '00000000-0000-7000-8000-000000000011', '00000000-0000-7000-8000-000000000032', '2016-03-20', null),
       (gen_random_uuid(), '00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-000000000033', '2016-03-20', null);

-- An absence that went on at the successor, and another one that began later; a registration that went on.
insert into floating_member (id, member_id, home_id, organization_path, host_area, away_from, away_since, away_to, last_contact_on, state,
  stepped_on, version)
values ('00000000-0000-7000-8000-000000000041', '00000000-0000-7000-8000-000000000011', '00000000-0000-7000-8000-000000000003',
        '/0001/0001/0001/', '某市', '2015-09-01', null, '2016-03-20', '2016-03-01', 'ENDED', '2016-03-20', 2),
       ('00000000-0000-7000-8000-000000000042', '00000000-0000-7000-8000-000000000011', '00000000-0000-7000-8000-000000000004',
        '/0001/0001/0002/', '某市', '2016-03-20', '2015-09-01', '2016-08-01', '2016-03-01', 'ENDED', '2016-08-01', 2),
       ('00000000-0000-7000-8000-000000000043', '00000000-0000-7000-8000-000000000011', '00000000-0000-7000-8000-000000000004',
        '/0001/0001/0002/', '某市', '2016-08-01', null, null, '2016-08-01', 'REGISTERED', '2016-08-01', 1);
insert into residence_registration (id, member_id, home_id, organization_path, residence_id, residence_path, registered_on,
  registered_since, ended_on, state, stepped_on, version)
values ('00000000-0000-7000-8000-000000000051', '00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-000000000003',
        '/0001/0001/0001/', '00000000-0000-7000-8000-000000000002', '/0001/0001/', '2015-03-01', null, '2016-03-20', 'ENDED', '2016-03-20', 2),
       ('00000000-0000-7000-8000-000000000052', '00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-000000000004',
        '/0001/0001/0002/', '00000000-0000-7000-8000-000000000002', '/0001/0001/', '2016-03-20', '2015-03-01', null, 'CONFIRMED', '2016-03-20', 1);
