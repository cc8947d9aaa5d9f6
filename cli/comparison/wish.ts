import { extname } from 'node:path';
import { LEVELS, type Level, parseLevel } from '../../catalog/levels.ts';
import { normalizeRegionCode, regionLevel } from '../../catalog/regions.ts';
import { listOption, textOption, UsageError, type Values } from '../command.ts';
import { filterOf } from './filter.ts';
import type { ComparisonFilter } from './report.ts';

export const FORMATS = ['table', 'json', 'csv', 'xlsx', 'html'] as const;
export type Format = (typeof FORMATS)[number];

/** What a call of `compare` asks for. */
export interface Wish {
  readonly keys: { readonly left: string; readonly right: string } | undefined;
  readonly region: { readonly regionCode: string; readonly level: Level } | undefined;
  readonly release: number | undefined;
  readonly filter: ComparisonFilter;
  readonly format: Format;
  readonly file: string | undefined;
}

const formatOf = (values: Values, file: string | undefined): Format => {
  const said = textOption(values, 'format') ?? (values['json'] === true ? 'json' : undefined);
  const ending = extname(file ?? '')
    .slice(1)
    .toLowerCase();
  const format = FORMATS.find((each) => each === (said ?? (ending === 'htm' ? 'html' : ending)));
  if (format !== undefined) return format;
  if (said === undefined && ['', 'txt'].includes(ending)) return 'table';
  throw new UsageError(
    said === undefined
      ? `从文件名“${file}”看不出格式，请用 --format 给出 ${FORMATS.join('、')} 之一。`
      : `--format 应为 ${FORMATS.join('、')} 之一，现为“${said}”。`,
  );
};

const releaseOf = (values: Values): number | undefined => {
  const said = textOption(values, 'release');
  if (said === undefined) return undefined;
  const release = Number(said);
  if (!Number.isSafeInteger(release) || release < 1)
    throw new UsageError(`--release 应为版次号（正整数），现为“${said}”。`);
  return release;
};

const regionOf = (values: Values): Wish['region'] => {
  const said = textOption(values, 'region');
  const level = textOption(values, 'level');
  if (said === undefined) {
    if (level !== undefined) throw new UsageError('--level 只与 --region 同用。');
    return undefined;
  }
  const result = normalizeRegionCode(said);
  if (!('code' in result)) throw new UsageError(`--region 应为 2、4、6、9 或 12 位区划代码，现为“${said}”。`);
  const found = level === undefined ? regionLevel(result.code) : parseLevel(level);
  if (found === undefined) throw new UsageError(`--level 应为 ${LEVELS.join('、')} 之一，现为“${level}”。`);
  return { regionCode: result.code, level: found };
};

const keysOf = (values: Values): Wish['keys'] => {
  const [left, right] = [textOption(values, 'left'), textOption(values, 'right')];
  const hasRegion = values['region'] !== undefined;
  if (left === undefined && right === undefined && hasRegion) return undefined;
  if (hasRegion) throw new UsageError('--region 比对一个地区的全部清单，不与 --left、--right 同用。');
  if (left === undefined || right === undefined) {
    throw new UsageError(
      '请用 --left 与 --right 给出两份清单的键，例如 --left qingxi-power --right reference；比对一个地区的全部清单用 --region。',
    );
  }
  return { left, right };
};

/** What the options ask for; a wrong one is a wrong call. */
export const wishOf = (values: Values): Wish => {
  const file = textOption(values, 'out');
  return {
    keys: keysOf(values),
    region: regionOf(values),
    release: releaseOf(values),
    filter: filterOf(
      listOption(values, 'rule'),
      listOption(values, 'severity'),
      textOption(values, 'department'),
    ),
    format: formatOf(values, file),
    file,
  };
};
