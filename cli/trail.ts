import { momentInChina } from '../catalog/day-in-china.ts';
import type { Sql } from '../db/client.ts';
import type { Entry } from '../trail/entry.ts';
import { type Command, EXIT, type Terminal, textOption, UsageError, type Values } from './command.ts';
import { openFromEnvironment } from './open-from-environment.ts';
import { tabLine } from './tab-line.ts';

type TrailLine = Omit<Entry, 'previousHash'>;

interface Asked {
  /** The first and the last region whose chains are read. */
  readonly from: string;
  readonly to: string;
  readonly since: string;
}

const regionOption = (values: Values): Pick<Asked, 'from' | 'to'> => {
  const text = textOption(values, 'region');
  if (text === undefined)
    throw new UsageError('请用 --region 给出区划代码，例如 --region 430811；全省平台自身为 000000000000。');
  if (!/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/u.test(text))
    throw new UsageError(`--region 应为 2、4、6、9 或 12 位区划代码；给出的是“${text}”。`);
  const from = text.padEnd(12, '0');
  if (values['below'] !== true) return { from, to: from };
  // Digits of zero at the end of a code stand for all that is below.
  const digits = [0, 2, 4, 6, 9].find((length) => Number(from.slice(length)) === 0) ?? 12;
  return { from, to: from.slice(0, digits).padEnd(12, '9') };
};

const sinceOption = (values: Values): string => {
  const text = textOption(values, 'since');
  if (text === undefined) return '-infinity';
  const day = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? `${text}T00:00:00+08:00` : text;
  const moment = new Date(day);
  if (!/^\d{4}-\d{2}-\d{2}/u.test(text) || Number.isNaN(moment.getTime()))
    throw new UsageError(
      `--since 应为日期或时刻，例如 2026-07-01 或 2026-07-01T08:00:00+08:00；给出的是“${text}”。`,
    );
  return moment.toISOString();
};

const lines = (sql: Sql, { from, to, since }: Asked) => sql<TrailLine[]>`
  select region, sequence::float8 as sequence, audit.moment_text(moment) as moment, subject, token_id as "tokenId",
    action, target, outcome, request_id as "requestId", content_digest as "contentDigest", release, hash
  from audit.entry
  where region between ${from} and ${to} and moment >= ${since}::text::timestamptz order by region, sequence`;

const tellLine = (terminal: Terminal, line: TrailLine): void => {
  const { region, sequence, moment, subject, action, target, outcome, release, hash } = line;
  const at = release === null ? '' : `版次 ${release}`;
  terminal.out(
    tabLine([`${region}:${sequence}`, momentInChina(moment), subject, action, target, outcome, at, hash]),
  );
};

export const trail: Command = {
  name: 'trail',
  summary: '查看留痕：谁在何时做了什么、被拒绝了什么',
  help: `用法：zongheng trail --region 区划代码 [--below] [--since 日期或时刻] [--json]

列出一个区划的留痕，先后为序：区划:序号、时刻（北京时间，到秒）、何人、做什么、对什么、结果、版次、摘要。
结果 ACCEPTED 为已做；REPLAYED 是同一去重键的重复，ALREADY_DECIDED、ALREADY_QUEUED 是早已如此，
都没有再做一次；其余是拒绝的原因。全省平台自身的留痕在 000000000000。
  --below  连同下级区划
  --since  只看这以后的；只写日期则从北京时间当日零时起
  --json   每行一个 JSON 对象；时刻为 UTC，到微秒，与摘要所用的相同

例：
  zongheng trail --region 430811
  zongheng trail --region 43 --below --since 2026-07-01 --json`,
  options: {
    region: { type: 'string' },
    below: { type: 'boolean' },
    since: { type: 'string' },
    json: { type: 'boolean' },
  },
  run: async (terminal, values) => {
    const asked = { ...regionOption(values), since: sinceOption(values) };
    const database = await openFromEnvironment(terminal);
    try {
      let count = 0;
      for await (const rows of lines(database.sql, asked).cursor(1_000)) {
        count += rows.length;
        for (const row of rows) {
          if (values['json'] === true) terminal.out(`${JSON.stringify(row)}\n`);
          else tellLine(terminal, row);
        }
      }
      if (count === 0) terminal.tell('没有留痕。');
      return EXIT.DONE;
    } finally {
      await database.close();
    }
  },
};
