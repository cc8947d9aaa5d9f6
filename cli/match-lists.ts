import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Sql } from '../db/client.ts';
import {
  type Forecast,
  forecast,
  type KindSummary,
  type MatchResult,
  matchStored,
  workOnOpenRuns,
} from '../linkage/match-stored.ts';
import type { RunProgress } from '../linkage/work.ts';
import { MATCHER } from '../matching/block/matcher-judging.ts';
import {
  EXIT,
  type ExitCode,
  listOption,
  type Terminal,
  textOption,
  UsageError,
  type Values,
} from './command.ts';
import { helperProcesses } from './helper-processes.ts';
import { changeSentence, itemsSentence, linkSums, newestSums, standingSentence } from './match-sums.ts';
import { openFromEnvironment } from './open-from-environment.ts';

const KIND_WORDS: Readonly<Record<string, string>> = {
  REFERENCE: '参考目录',
  SOURCE: '县级来源',
  COUNTERPART: '权力与服务',
  MAIN: '主项',
};

const secondsLeft = (elapsed: number, share: number): string =>
  share < 0.02 || share >= 1
    ? ''
    : `，还需约 ${Math.max(1, Math.round((elapsed * (1 - share)) / share / 1000))} 秒`;

/** Tells how far a run has come: nothing in its first two seconds, then a line every two seconds. */
export const matchProgress = (terminal: Pick<Terminal, 'tell'>, clock = () => performance.now()) => {
  const begun = clock();
  let told = begun;
  return ({ blocks, blocksDone, weight, weightDone }: RunProgress): void => {
    const now = clock();
    if (now - told < 2_000) return;
    told = now;
    const share = weight === 0 ? 1 : weightDone / weight;
    terminal.tell(
      `正在匹配：${blocksDone}/${blocks} 块，做完 ${Math.floor(share * 100)}%${secondsLeft(now - begun, share)}`,
    );
  };
};

/** Runs the engine incrementally over what is stored, as publish and start do; the sentence says what came of it. */
export const matchIncrementally = async (
  sql: Sql,
  terminal: Pick<Terminal, 'tell' | 'now'>,
): Promise<void> => {
  const result = await matchStored(sql, {
    judging: MATCHER,
    mode: 'INCREMENTAL',
    now: terminal.now,
    onProgress: matchProgress(terminal),
  });
  if (result.kind !== 'MATCHED') return;
  if (result.release === undefined) terminal.tell('已匹配：对应关系没有变化');
  else
    terminal.tell(
      `已匹配，版次 ${result.release}：对应关系${standingSentence(await linkSums(sql, result.release))}`,
    );
};

const tellKinds = (terminal: Terminal, kinds: readonly KindSummary[]): void => {
  const lines = kinds.map(({ kind, items, sure, auto, review, none, judged, reused }) =>
    [KIND_WORDS[kind] ?? kind, items, sure, auto, review, none, judged, reused].join('\t'),
  );
  for (const line of ['种类\t事项\t确定\t自动\t待审\t无\t判定\t沿用', ...lines]) terminal.out(`${line}\n`);
};

const tellForecast = (terminal: Terminal, { kinds }: Forecast): void => {
  tellKinds(terminal, kinds);
  terminal.tell(itemsSentence(kinds));
  for (const { kind, put, drop } of kinds) {
    terminal.tell(`${KIND_WORDS[kind] ?? kind}：对应关系将写入或改动 ${put} 条，撤下 ${drop} 条`);
  }
  terminal.tell('只是预演，什么也没有改动。');
};

const tellResult = async (
  terminal: Terminal,
  sql: Sql,
  result: MatchResult | Forecast,
  json: boolean,
): Promise<ExitCode> => {
  if (json) terminal.out(`${JSON.stringify(result)}\n`);
  switch (result.kind) {
    case 'NO_RELEASE':
      terminal.tell('还没有发布过任何版次；请先用 zongheng import 导入、用 zongheng publish 发布。');
      return EXIT.FAILED;
    case 'NO_SUCH_LIST':
      terminal.tell(`没有清单 ${result.missing.join('、')}。`);
      return EXIT.FAILED;
    case 'NOTHING_TO_DO':
      terminal.tell('自上次匹配以来没有变化；要全部重做请加 --full。');
      return EXIT.DONE;
    case 'FORECAST':
      if (!json) tellForecast(terminal, result);
      return EXIT.DONE;
    case 'MATCHED': {
      const { kinds, release } = result;
      if (!json) {
        tellKinds(terminal, kinds);
        terminal.out(release === undefined ? '' : `版次 ${release}\n`);
      }
      terminal.tell(itemsSentence(kinds));
      terminal.tell(
        release === undefined
          ? `对应关系没有变化，没有产生新的版次；${standingSentence(await newestSums(sql))}。`
          : changeSentence(await linkSums(sql, release)),
      );
      return EXIT.DONE;
    }
  }
};

const workersOf = (values: Values): number => {
  const said = textOption(values, 'workers');
  if (said === undefined) return 1;
  const workers = Number(said);
  if (!Number.isSafeInteger(workers) || workers < 1 || workers > 256)
    throw new UsageError(`--workers 应为 1 到 256 的整数，现为“${said}”。`);
  return workers;
};

/** Other processes of this program that take part in the run until it has ended. */
const helpersOf = (terminal: Terminal) => {
  const program = fileURLToPath(new URL('./zongheng.ts', import.meta.url));
  return helperProcesses([program, 'match', '--work'], { ...process.env, ...terminal.environment });
};

/** `zongheng match` without files: the engine over the stored lists. */
export const matchLists = async (terminal: Terminal, values: Values): Promise<ExitCode> => {
  const lists = listOption(values, 'list');
  const workers = workersOf(values);
  const database = await openFromEnvironment(terminal);
  const others = helpersOf(terminal);
  const options = {
    judging: MATCHER,
    mode: values['full'] === true ? 'FULL' : 'INCREMENTAL',
    now: terminal.now,
    onProgress: matchProgress(terminal),
    onOpen: (blocks: number) => others.start(Math.min(workers, blocks, availableParallelism() * 4) - 1),
    ...(lists === undefined ? {} : { lists }),
  } as const;
  try {
    if (values['work'] === true) {
      const runs = await workOnOpenRuns(database.sql, options);
      terminal.tell(runs === 0 ? '没有正在进行的匹配运行。' : `参与了 ${runs} 次匹配运行。`);
      return EXIT.DONE;
    }
    const result =
      values['dry-run'] === true
        ? await forecast(database.sql, options)
        : await matchStored(database.sql, options);
    return await tellResult(terminal, database.sql, result, values['json'] === true);
  } finally {
    const failed = await others.ended();
    if (failed > 0) terminal.tell(`${failed} 个协助的进程没有正常结束，它们手上的由别的进程做完了。`);
    await database.close();
  }
};
