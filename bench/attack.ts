import { parseArgs } from 'node:util';
import { apiSchema } from '../test/harness/api-schema.ts';
import { type AttackResult, attackBesideHonest } from '../test/harness/attack/beside.ts';
import { FAMILIES } from '../test/harness/attack/families.ts';
import { mutantsOf } from '../test/harness/attack/mutants.ts';
import { attackOnce, harmDone, type Outcome } from '../test/harness/attack/run.ts';
import { type CanaryWatch, INSIDE, watchFor } from '../test/harness/canaries.ts';
import { bodiesByChance, errorsByChance, headersByChance } from '../test/harness/fuzz/by-chance.ts';
import { type QueriesResult, queriesBy } from '../test/harness/fuzz/queries.ts';
import { type HubProcess, startHubProcess } from '../test/harness/hub-process.ts';
import { scan } from '../test/harness/scan/probes.ts';
import { suggested, wrongWords } from '../test/harness/scan/wrong-words.ts';
import { seededRandom } from '../test/support/random-query.ts';
import { testIssuer } from '../test/support/tokens.ts';
import type { Benchmark, BenchmarkResult } from './benchmarks.ts';
import { withLoadedDatabase } from './gateway/loaded-database.ts';
import { quantile } from './spread.ts';

const LONG = {
  sizes: 13,
  rounds: 12,
  peace: 4_000,
  mutants: 10_000,
  queries: 20_000,
  words: 10_000,
  inputs: 200_000,
} as const;
const SHORT = {
  sizes: 2,
  rounds: 3,
  peace: 1_000,
  mutants: 500,
  queries: 500,
  words: 500,
  inputs: 5_000,
} as const;
/** Milliseconds of the server's main thread that a refusal may take. */
const SOON = 100;
const MEGABYTE = 1024 * 1024;

interface Measured {
  readonly attack: AttackResult;
  readonly mutants: readonly Outcome[];
  readonly queries: QueriesResult;
  readonly suggestions: readonly string[];
  readonly open: readonly string[];
  readonly sightings: number;
  readonly inputs: number;
  readonly isAlive: boolean;
}

interface Options {
  readonly plan: typeof LONG | typeof SHORT;
  readonly size: 'small' | 'tenth' | 'whole';
  readonly home: string | undefined;
  readonly seed: number;
}

const readOptions = (words: readonly string[]): Options => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      short: { type: 'boolean', default: false },
      tenth: { type: 'boolean', default: false },
      whole: { type: 'boolean', default: false },
      home: { type: 'string' },
      seed: { type: 'string', default: '20261122' },
      json: { type: 'boolean', default: false },
    },
  });
  const size = values.whole ? 'whole' : values.tenth ? 'tenth' : 'small';
  return { plan: values.short ? SHORT : LONG, size, home: values.home, seed: Number(values.seed) };
};

const mutate = async (
  { url, pid }: HubProcess,
  watch: CanaryWatch,
  { plan, seed }: Options,
): Promise<readonly Outcome[]> => {
  const target = { port: Number(new URL(url).port), pid, watch, soon: SOON };
  const family = mutantsOf(FAMILIES);
  const outcomes: Outcome[] = [];
  for (let turn = 0; turn < plan.mutants; turn += 1)
    outcomes.push(await attackOnce(target, family, seed + turn));
  return outcomes;
};

/** How many hostile inputs went through the gates in this process; throws at the first that was no refusal. */
const fuzz = async ({ plan, seed }: Options): Promise<number> => {
  const fates = await bodiesByChance({ runs: plan.inputs, seed });
  errorsByChance({ runs: plan.inputs / 5, seed });
  headersByChance({ runs: plan.inputs / 5, seed });
  return [...fates.values()].reduce((sum, one) => sum + one, (2 * plan.inputs) / 5);
};

const measure = async (
  hub: HubProcess,
  bearing: Readonly<Record<string, string>>,
  options: Options,
  tell: (sentence: string) => void,
): Promise<Measured> => {
  const { plan, seed } = options;
  const watch = watchFor(INSIDE);
  tell('按接口定义随机查询');
  // First of all: what the process needs once for ever is not the work of an attack.
  const queries = await queriesBy(seed, plan.queries, hub.url);
  tell('各类攻击与平静交替，另一进程不停地正常查询');
  const { sizes, rounds, peace } = plan;
  const attack = await attackBesideHonest(hub, {
    families: FAMILIES,
    sizes,
    rounds,
    peace,
    watch,
    soon: SOON,
  });
  tell('随机改动过的攻击');
  const mutants = await mutate(hub, watch, options);
  tell('错写的名称');
  const words = wrongWords(apiSchema(), seededRandom(seed), plan.words);
  const lanes = [
    { url: hub.url, headers: {} },
    { url: hub.url, headers: bearing },
  ];
  const suggestions = [...(await suggested(lanes[0]!, words)), ...(await suggested(lanes[1]!, words))];
  const open = await scan(lanes[1]!);
  const sightings = watch.sightings().length;
  tell('进程之内的随机输入');
  const inputs = await fuzz(options);
  return { attack, mutants, queries, suggestions, open, sightings, inputs, isAlive: hub.isAlive() };
};

const grown = ({ memory: { before, after } }: AttackResult): number => (after - before) / MEGABYTE;

/** What does not hold, in sentences. */
const brokenPromises = ({ attack, mutants, queries, ...rest }: Measured): readonly string[] => {
  const idle = quantile(attack.idle, 0.99);
  const worst = Math.max(...attack.beside);
  return [
    ...harmDone(attack.outcomes),
    ...harmDone(mutants),
    ...attack.failures.slice(0, 5),
    ...queries.wrong.slice(0, 5),
    ...rest.suggestions.slice(0, 5),
    ...rest.open.map((name) => `带令牌时还可以：${name}`),
    ...(rest.sightings > 0 ? [`应答里有 ${rest.sightings} 处内部的东西`] : []),
    ...(rest.isAlive ? [] : ['进程已经不在']),
    ...(worst > 2 * idle
      ? [`攻击时最慢的正常应答 ${worst.toFixed(1)} 毫秒，超过平静时 p99（${idle.toFixed(1)}）的两倍`]
      : []),
    ...(grown(attack) > 64 ? [`内存多占了 ${grown(attack).toFixed(0)} MB`] : []),
  ];
};

const resultOf = (measured: Measured): BenchmarkResult => {
  const { attack, mutants, queries, suggestions, open, sightings } = measured;
  const of = (kind: Outcome['kind']): readonly number[] =>
    attack.outcomes.filter((one) => one.kind === kind).map(({ milliseconds }) => milliseconds);
  const work = attack.outcomes.map(({ processor }) => processor);
  const told = (times: readonly number[]): string =>
    `${quantile(times, 0.5).toFixed(1)} / ${quantile(times, 0.99).toFixed(1)} / ${Math.max(...times).toFixed(1)}`;
  return {
    '攻击：种类': FAMILIES.length,
    '攻击：次数': attack.outcomes.length,
    '攻击：造成的损害': harmDone(attack.outcomes).length,
    '攻击：被拒绝': of('REFUSED').length,
    '拒绝用时（毫秒，中位 / p99 / 最长）': told(of('REFUSED')),
    '攻击：照答（费用之内）': of('ANSWERED').length,
    '照答用时（毫秒，中位 / p99 / 最长）': told(of('ANSWERED')),
    '一次攻击占用的主线程（毫秒，中位 / p99 / 最长）': told(work),
    '攻击：断开而不答': of('ENDED').length,
    '正常查询：平静时（毫秒，中位 / p99 / 最长）': told(attack.idle),
    '正常查询：攻击时（毫秒，中位 / p99 / 最长）': told(attack.beside),
    '正常查询：次数': attack.idle.length + attack.beside.length,
    '正常查询：被拒或答错': attack.failures.length,
    '内存：前 / 后 / 峰值（MB）': [attack.memory.before, attack.memory.after, attack.memory.peak]
      .map((bytes) => (bytes / MEGABYTE).toFixed(0))
      .join(' / '),
    '改动过的攻击：次数': mutants.length,
    '改动过的攻击：造成的损害': harmDone(mutants).length,
    '随机查询：次数': queries.asked,
    '随机查询：答出': queries.answered,
    '随机查询：未执行就拒绝的': Object.values(queries.refused).reduce((sum, one) => sum + one, 0),
    '随机查询：不合定义或出错': queries.wrong.length,
    '错写的名称：给出的提示': suggestions.length,
    '带令牌时扫描器的发现（十二问）': open.length,
    '进程之内的随机输入：次数（没有一个出错）': measured.inputs,
    应答里的内部信息: sightings,
  };
};

/**
 * A hub attacked by hand and by chance, in turn with peace, while another process asks honestly. Throws where a promise
 * does not hold. `--short` does little of each; `--home` keeps or finds a loaded database, which may hold real data.
 */
export const attack: Benchmark = async (tell, words) => {
  const options = readOptions(words);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  using issuer = testIssuer(new Date().toISOString());
  const measured = await withLoadedDatabase(options, tell, async (_sql, databaseUrl) => {
    const now = new Date().toISOString();
    await using hub = await startHubProcess({ databaseUrl, now, tokens: issuer.tokens });
    return await measure(hub, issuer.bearing(), options, tell);
  });
  const result = resultOf(measured);
  const broken = brokenPromises(measured);
  if (broken.length === 0) return result;
  for (const [title, value] of Object.entries(result)) tell(`${title}\t${value}`);
  throw new Error(broken.slice(0, 40).join('\n'));
};
