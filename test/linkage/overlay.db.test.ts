import { expect, test } from 'vitest';
import { connect, type Sql } from '../../db/client.ts';
import { lockReleases, nextRelease, writeRelease } from '../../db/release-row.ts';
import { type Random, randomFor } from '../../demo/random.ts';
import { decideAll } from '../../linkage/decide.ts';
import { finishRun } from '../../linkage/finish.ts';
import { freshDatabase } from '../support/database.ts';
import { NOW } from '../support/lists.ts';
import { overlay, type Said } from './overlay-model.ts';

/** Ten thousand take a minute; see ADR 0014. */
const SEQUENCES = Number(process.env['ZONGHENG_RANDOM_SEQUENCES'] ?? 2_000);
const STEPS = 6;
const PARTNERS = ['a1', 'a2', 'a3', 'b1'] as const;
const TODAY = '2026-03-01';

interface Sequence {
  readonly left: string;
  leftFingerprint: string;
  readonly partners: Map<string, string>;
  readonly machine: Map<string, string>;
  readonly machineParts: Set<string>;
  said: Said[];
}

const rightOf = (sequence: Sequence, partner: string): string =>
  sequence.left.replace('ci_', `ri_${partner}_`);

/** What happens to one item in one step; each item has partners of its own, so that no two sequences meet. */
type Act = (sequence: Sequence, random: Random, batch: Batch) => void;

/** What all sequences do in a step, written together: their items have nothing to do with each other. */
interface Batch {
  readonly edits: { id: string; fingerprint: string | null }[];
  readonly staged: { left: string; right: string; status: string | null; relation: string }[];
  readonly requests: { sequence: Sequence; request: Record<string, unknown> }[];
}

const edit: Act = (sequence, random, { edits }) => {
  const fingerprint = random.pick(['x', 'y', 'z']);
  const partner = random.pick(PARTNERS);
  if (random.chance(0.4)) {
    sequence.leftFingerprint = fingerprint;
    edits.push({ id: sequence.left, fingerprint });
  } else if (random.chance(0.6)) {
    sequence.partners.set(partner, fingerprint);
    edits.push({ id: rightOf(sequence, partner), fingerprint });
  } else {
    sequence.partners.delete(partner);
    // With its partner a link of the machine's is gone until a run finds it anew.
    sequence.machine.delete(partner);
    sequence.machineParts.delete(partner);
    edits.push({ id: rightOf(sequence, partner), fingerprint: null });
  }
};

const rerun: Act = (sequence, random, { staged }) => {
  sequence.machine.clear();
  sequence.machineParts.clear();
  for (const partner of sequence.partners.keys()) {
    const status = random.pick(['ACCEPTED', 'REVIEW', 'CONFLICT', null]);
    if (status !== null) sequence.machine.set(partner, status);
    const isPart = status === 'REVIEW' && random.chance(0.5);
    if (isPart) sequence.machineParts.add(partner);
    const relation = isPart ? 'BROADER' : 'EQUIVALENT';
    staged.push({ left: sequence.left, right: rightOf(sequence, partner), status, relation });
  }
};

const decide: Act = (sequence, random, { requests }) => {
  const there = [...sequence.partners.keys()];
  const verdict = random.pick(['CONFIRM', 'REJECT', 'NO_MATCH', 'DEFER'] as const);
  const needsPartner = verdict === 'CONFIRM' || verdict === 'REJECT';
  if (needsPartner && there.length === 0) return;
  const right =
    needsPartner || (verdict === 'DEFER' && random.chance(0.5))
      ? there[random.between(0, there.length - 1)]
      : undefined;
  const until = verdict === 'DEFER' ? random.pick(['2026-01-01', '2026-12-01']) : undefined;
  const relation = verdict === 'CONFIRM' && random.chance(0.3) ? 'BROADER' : undefined;
  const request = {
    kind: 'REFERENCE',
    left: sequence.left,
    verdict,
    reason: '试',
    ...(right === undefined ? {} : { right: rightOf(sequence, right) }),
    ...(until === undefined ? {} : { deferredUntil: until }),
    ...(relation === undefined ? {} : { relation }),
  };
  // Who confirms what the machine holds to be a part confirms a part.
  const isPart = verdict === 'CONFIRM' && (relation !== undefined || sequence.machineParts.has(right ?? ''));
  requests.push({ sequence, request: { ...request, partner: right, isPart } });
};

const takeBack: Act = (sequence, random, { requests }) => {
  if (sequence.said.length === 0) return;
  requests.push({
    sequence,
    request: { verdict: 'REVOKE', revokes: random.pick(sequence.said).id, reason: '试' },
  });
};

const ACTS: readonly Act[] = [edit, edit, rerun, rerun, decide, decide, decide, takeBack];

const store = async (sql: Sql) => {
  await sql`
    insert into release.release (number, published_at, added, changed, removed) values (1, ${NOW}, 0, 0, 0)`;
  const kinds = [
    ['ci_', 'ca_county', 'COUNTY', 'POWER', '880121000000'],
    ['ri_a1_', 'ca_a', 'PROVINCE', 'REFERENCE', '880000000000'],
    ['ri_a2_', 'ca_a', 'PROVINCE', 'REFERENCE', '880000000000'],
    ['ri_a3_', 'ca_a', 'PROVINCE', 'REFERENCE', '880000000000'],
    ['ri_b1_', 'ca_b', 'NATIONAL', 'REFERENCE', '000000000000'],
  ] as const;
  for (const [prefix, catalog, level, kind, region] of kinds) {
    await sql`
      insert into matching.item (item_id, from_release, version, digest, catalog_id, ordinal, level, kind, item_type,
        region_code, task_name, name_key, task_state, fingerprint)
      select ${prefix}::text || n, 1, 1, '', ${catalog}, n, ${level}, ${kind}, 'OTHER', ${region}, 'x', 'x', 'IN_FORCE', 'x'
      from generate_series(1, ${SEQUENCES}) n`;
  }
  await sql`analyze`;
};

/** As a publish does: the items change, and the links are settled in the release it makes. */
const applyEdits = async (sql: Sql, { edits }: Batch) => {
  await sql.begin(async (transaction) => {
    await lockReleases(transaction);
    const release = await nextRelease(transaction);
    await transaction`
      update matching.item i set fingerprint = coalesce(e.fingerprint, i.fingerprint),
        to_release = case when e.fingerprint is null then ${release}::int else 2147483647 end
      from jsonb_to_recordset(${transaction.json(edits)}) as e(id text, fingerprint text) where i.item_id = e.id`;
    await transaction`
      select matching.settle(array(select 'ci_' || split_part(e.id, '_', -1)
        from jsonb_to_recordset(${transaction.json(edits)}) as e(id text)), ${release}, ${TODAY})`;
    await writeRelease(transaction, { number: release, now: NOW, note: undefined, lists: [] });
  });
};

const applyRuns = async (sql: Sql, step: number, { staged }: Batch) => {
  const id = `ru_${step}`;
  const [newest] = await sql<{ release: number }[]>`select max(number) as release from release.release`;
  const baseRelease = newest?.release ?? 1;
  await sql`
    insert into matching.run (run_id, mode, scope, model_version, status, started_at, base_release)
    values (${id}, 'FULL', '{}', 'm', 'RUNNING', ${NOW}, ${baseRelease})`;
  await sql`
    insert into matching.staged_edge (run_id, kind, left_id, right_id, method, relation, confidence, status, band)
    select ${id}, 'REFERENCE', s."left", s."right", 'MODEL', case when s.status is not null then s.relation end, 0.5, s.status, 'AUTO'
    from jsonb_to_recordset(${sql.json(staged)}) as s("left" text, "right" text, status text, relation text)`;
  await finishRun(sql, { id, mode: 'FULL', modelVersion: 'm', baseRelease }, NOW);
};

const applyRequests = async (sql: Sql, { requests }: Batch) => {
  const asked = requests.map(({ request: { partner, isPart, ...request } }) => request);
  const answers = await decideAll(sql, asked as never, { actor: '张三', now: NOW });
  for (const [at, { result, decision }] of answers.entries()) {
    const { sequence, request } = requests[at] as Batch['requests'][number];
    if (result === 'ALREADY_DECIDED') continue;
    expect(result).toBe('OK');
    const { verdict, partner, deferredUntil, revokes } = request as Record<string, string | undefined>;
    const isPart = request['isPart'] === true;
    if (verdict === 'REVOKE') {
      sequence.said = sequence.said.filter((one) => one.id !== revokes);
      continue;
    }
    sequence.said.push({
      id: decision as string,
      verdict: verdict as Said['verdict'],
      leftFingerprint: sequence.leftFingerprint,
      ...(isPart ? { isPart } : {}),
      ...(partner === undefined
        ? {}
        : { right: partner, rightFingerprint: sequence.partners.get(partner) as string }),
      ...(deferredUntil === undefined ? {} : { until: deferredUntil }),
    });
  }
  return answers.filter(({ result }) => result === 'OK').length;
};

/** The links of every item as they stand: partner → status, `*` for stale. */
const stored = async (sql: Sql): Promise<ReadonlyMap<string, Record<string, string>>> => {
  const rows = await sql<{ left: string; links: Record<string, string> }[]>`
    select left_id as left, jsonb_object_agg(split_part(right_id, '_', 2), status || case when stale then '*' else '' end) as links
    from matching.match where to_release = 2147483647 group by left_id`;
  return new Map(rows.map((row) => [row.left, row.links]));
};

test(`in ${SEQUENCES} random sequences of edits, runs, decisions and second thoughts no decision is lost`, {
  timeout: 300_000,
}, async () => {
  await using database = await freshDatabase();
  const sql = connect(database.url, { connections: 1 });
  try {
    await store(sql);
    const random = randomFor(20_260_301, 'overlay');
    const sequences = Array.from(
      { length: SEQUENCES },
      (_, index): Sequence => ({
        left: `ci_${index + 1}`,
        leftFingerprint: 'x',
        partners: new Map(PARTNERS.map((partner) => [partner, 'x'])),
        machine: new Map(),
        machineParts: new Set(),
        said: [],
      }),
    );
    const seen = new Set<string>();
    let written = 0;
    for (let step = 0; step < STEPS; step += 1) {
      const batch: Batch = { edits: [], staged: [], requests: [] };
      for (const sequence of sequences) (step === 0 ? rerun : random.pick(ACTS))(sequence, random, batch);
      if (batch.edits.length > 0) await applyEdits(sql, batch);
      await applyRuns(sql, step, batch);
      if (batch.requests.length > 0) written += await applyRequests(sql, batch);
      const links = await stored(sql);
      for (const { left, ...situation } of sequences) {
        const wanted = overlay({ ...situation, today: TODAY });
        for (const status of Object.values(wanted)) seen.add(status);
        expect({ left, links: links.get(left) ?? {} }).toEqual({ left, links: wanted });
      }
    }
    expect(seen.size).toBe(10);
    const [kept] = await sql`select count(*)::int as count from matching.decision`;
    expect(kept).toEqual({ count: written });
    expect(written).toBeGreaterThan(SEQUENCES);
  } finally {
    await sql.end();
  }
});
