-- The partitions that the next cases will need: whoever runs it reads no number of cases from it.
create function ensure_search_ahead() returns void security definer set search_path = pg_catalog, public language plpgsql as $$
declare reached bigint := (select last_value from case_id);
begin
  perform make_search_partition(n) from generate_series(reached / search_span(), reached / search_span() + 2) n;
end $$;
revoke execute on function ensure_search_ahead from public;
grant execute on function ensure_search_ahead to app_worker;
