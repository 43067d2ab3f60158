import type { Sql } from "postgres";
import { serviceClient } from "../client";
import { lookAroundAs } from "./look-around";

/**
 * Under this id the demo's workspace is made: the id is taken in the same transaction, and let go when the whole demo is there.
 * While it is known, what stands there is half a demo.
 */
export const makingId = "01900000-0000-7000-8000-00000000dec0";

export type HalfMade = { workspaceId: string; personId: string };

/** The demo that was cut off while it was made, if there is one. */
export async function halfMadeDemo(): Promise<HalfMade | undefined> {
  const [found] = await serviceClient()<HalfMade[]>`
    select m.answer -> 'json' ->> 'id' as "workspaceId", m.person_id as "personId"
    from mutation m join person p on p.id = m.person_id
    where m.id = ${makingId} and m.verb = 'workspace.create' and p.email = ${lookAroundAs.seller}`;
  return found;
}

export async function noteWhole(personId: string): Promise<void> {
  await serviceClient()`delete from mutation where id = ${makingId} and person_id = ${personId}`;
}

/** Takes away the workspace of a half-made demo, whole. No verb can: what people made is never deleted. */
export async function takeAway(owner: Sql, { workspaceId, personId }: HalfMade): Promise<void> {
  await owner.begin(async (tx) => {
    // Beside a server that runs, nobody is to queue behind this for long.
    await tx`set local lock_timeout = '5s'`;
    const tables = await tx<{ name: string; isForced: boolean }[]>`
      select c.relname as name, c.relforcerowsecurity as "isForced" from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and (c.relname = 'workspace' or exists
          (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id'))`;
    const forced = tables.filter(({ isForced }) => isForced);
    // Forced, the policies hold for the tables' owner too, who then sees nothing.
    for (const { name } of forced) await tx`alter table ${tx(name)} no force row level security`;
    // In one statement: references are looked at when all of it is done.
    const deletions = tables.map(
      ({ name }, at) =>
        `d${at} as (delete from "${name}" where ${name === "workspace" ? "id" : "workspace_id"} = $1 returning 1)`,
    );
    await tx.unsafe(`with ${deletions.join(", ")} select`, [workspaceId]);
    for (const { name } of forced) await tx`alter table ${tx(name)} force row level security`;
  });
  await noteWhole(personId);
}
