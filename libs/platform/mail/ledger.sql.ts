/**
 * The reason an address may not get mail of a category, or null. Sign-in codes and the like still go to somebody who
 * unsubscribed, but never to an address whose mail bounces or who called us spam.
 */
export const blockedReason = (address: string, category: string): string => `(
  select blocked.reason from mail_suppression blocked
  where blocked.address = ${address}
    and (blocked.category is null or blocked.category = ${category})
    and (${category} <> 'transactional' or blocked.reason <> 'unsubscribed')
  order by blocked.reason = 'unsubscribed', blocked.at limit 1)`;

/** A UUIDv7 made by PostgreSQL 15, which has no function for it: 48 bits of milliseconds over random ones. */
const newIdSql = `encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
  placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid`;

// One recipient and nothing else: no list, no comment, no line break.
const PLAIN_ADDRESS = String.raw`^[^[:space:][:cntrl:]@<>(),;:"\\]+@[^[:space:][:cntrl:]@<>(),;:"\\]+$`;

/**
 * Enters whatever `source` selects (person_id, address, kind, edition, category, data, not_before, priority) into the
 * ledger, each mail once. `domain` and `cause` are the placeholders of the Message-ID's domain and of what caused the mails. Answers how many were `entered` and whether any is `due` now.
 */
export const enterMails = (source: string, domain: string, cause: string): string => `
  with chosen as (${source}),
  made as materialized (
    select ${newIdSql} as id, chosen.person_id, lower(btrim(coalesce(chosen.address, ''))) as address, chosen.kind, chosen.edition,
      chosen.category, chosen.data, chosen.not_before, chosen.priority
    from chosen
  ),
  judged as (
    select made.*, ${blockedReason('made.address', 'made.category')} as blocked,
      made.address ~ '${PLAIN_ADDRESS}' and length(made.address) <= 254 as deliverable
    from made
  ),
  entered as (insert into mail_ledger (id, person_id, address, recipient_key, kind, edition, category, data, state, error, message_id, priority, not_before, cause)
  select id, person_id, address, coalesce(person_id::text, address), kind, edition, category, coalesce(data, '{}'),
    case when not deliverable then 'failed' when blocked is not null then 'suppressed' else 'queued' end,
    case when not deliverable then 'This is not the address of one person.' else blocked end,
    '<' || id || '@' || ${domain} || '>',
    coalesce(priority, case category when 'transactional' then 0 when 'message' then 10 when 'notice' then 20 else 30 end),
    coalesce(not_before, now()), ${cause}
  from judged
  on conflict (recipient_key, kind, edition) do nothing
  returning state, not_before)
  select count(*)::int as entered, coalesce(bool_or(state = 'queued' and not_before <= now()), false) as due from entered`;
