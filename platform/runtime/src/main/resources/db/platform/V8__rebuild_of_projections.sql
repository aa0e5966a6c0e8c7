-- V8: a projection can be dropped and read again from its topic.
-- Why:      a defect in a consumer leaves wrong rows; events are kept for ever, so the right ones can be had from them.
-- Cost:     one row for each consumer that was ever rebuilt.
-- Deploy:   any time.
-- Rejected: a right to delete for the pipeline: it would hold for every row at every time, and row-level security is in
--           the way; here the owner empties whole tables, and of those only what by its name is a projection.
create table projection_rebuild (
  consumer text constraint projection_rebuild_pk primary key,
  state text not null constraint projection_rebuild_state check (state in ('RUNNING', 'DONE')),
  events bigint not null default 0,
  asked_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz);

-- Forgets what a consumer has received and empties the tables it feeds, in the caller's transaction.
create function drop_projection(rebuilt text, tables text[]) returns void
language plpgsql security definer set search_path = public as $$
declare
  fed text;
begin
  foreach fed in array tables loop
    if fed !~ '^[a-z_]+_ref$' then
      raise exception '% is no projection', fed using errcode = '42501';
    end if;
    execute format('truncate %I', fed);
  end loop;
  delete from inbox where consumer = rebuilt;
  delete from version_mark where consumer = rebuilt;
  delete from parked_event where consumer = rebuilt;
  update consumer_progress set applied_until = 'epoch', gaps_judged = true where consumer = rebuilt;
end $$;

revoke execute on function drop_projection from public;
grant execute on function drop_projection to ${pipeline};
grant select, insert, update on projection_rebuild to ${pipeline};
grant select on projection_rebuild to ${application};
