-- V5: the events of many aggregates are appended by one insert into each table.
-- Why:      an import writes thousands of them; a call of append_event for each is a third of its time.
-- Cost:     none, a function.
-- Deploy:   before the version of the runtime that calls it.
-- Rejected: COPY into both tables: change is under row-level security, where COPY is refused.
create function append_events(event_ids uuid[], aggregate_types text[], aggregate_ids uuid[], aggregate_versions bigint[], event_types text[],
                              event_payloads text[], organizations uuid[], paths text[], trace text)
returns void language plpgsql as $$
declare
  present_epoch integer := (select epoch from stream);
begin
  insert into change (stream_epoch, resource_type, resource_id, version, op, organization_path)
  select present_epoch, e.aggregate, e.id, e.version, 'UPSERT', e.path
  from unnest(aggregate_types, aggregate_ids, aggregate_versions, paths) with ordinality as e (aggregate, id, version, path, place)
  order by e.place;
  insert into outbox (id, aggregatetype, aggregateid, type, payload, aggregateversion, shard, organization_id, traceparent, stream_epoch)
  select e.event, e.aggregate, e.id::text, e.type, e.payload, e.version, abs(hashtext(e.id::text)::bigint) % 16, e.organization, trace, present_epoch
  from unnest(event_ids, aggregate_types, aggregate_ids, event_types, event_payloads, aggregate_versions, organizations) with ordinality
         as e (event, aggregate, id, type, payload, version, organization, place)
  order by e.place;
  perform pg_notify('outbox', '');
end $$;
