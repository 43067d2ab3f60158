import { serviceClient } from "@/db/client";

/** Younger than this, a beat counts as a living worker. In the database's own time: the beats of many machines are compared. */
export const BEAT_LIFE_SECONDS = 30;

export async function beat(workerId: string): Promise<void> {
  await serviceClient()`insert into worker_beat (worker_id, at) values (${workerId}, now())
    on conflict (worker_id) do update set at = excluded.at`;
}

/** A worker's last word: jobs that it could not end are for others, at once. */
export async function sayGoodbye(workerId: string): Promise<void> {
  await serviceClient()`select graphile_worker.force_unlock_workers(${[workerId]}::text[])`;
  await serviceClient()`delete from worker_beat where worker_id = ${workerId}`;
}

/** Gives back the jobs of workers that died with them in hand; the queue itself would wait for four hours. */
export async function freeJobsOfTheDead(): Promise<void> {
  await serviceClient()`select graphile_worker.force_unlock_workers(array_agg(distinct j.locked_by))
    from graphile_worker._private_jobs j
    where j.locked_at < now() - make_interval(secs => ${BEAT_LIFE_SECONDS})
      and not exists (select from worker_beat b
        where b.worker_id = j.locked_by and b.at > now() - make_interval(secs => ${BEAT_LIFE_SECONDS}))
    having count(*) > 0`;
}
