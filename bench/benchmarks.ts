import { attack } from './attack.ts';
import { compareSpeed } from './compare-speed.ts';
import { compareTruth } from './compare-truth.ts';
import { databaseAway } from './database-away.ts';
import { faults } from './faults.ts';
import { gateway } from './gateway.ts';
import { importAgainstCopy } from './import-against-copy.ts';
import { intakeFormats } from './intake-formats.ts';
import { matchIncremental } from './match-incremental.ts';
import { matchMainItems } from './match-main-items.ts';
import { matchPairs } from './match-pairs.ts';
import { matchQuality } from './match-quality.ts';
import { matchScale } from './match-scale.ts';
import { matchSpeed } from './match-speed.ts';
import { overload } from './overload.ts';
import { restarts } from './restarts.ts';
import { searchAcrossSizes } from './search-across-sizes.ts';
import { signedCalls } from './signed-calls.ts';
import { trail } from './trail.ts';

/** What a benchmark tells: a title and a figure with its spread. */
export type BenchmarkResult = Readonly<Record<string, string | number>>;

export type Benchmark = (
  tell: (sentence: string) => void,
  words: readonly string[],
) => Promise<BenchmarkResult>;

/** Every benchmark by the name it is run under, one question a file. */
export const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  attack,
  'compare-truth': compareTruth,
  'compare-speed': compareSpeed,
  'database-away': databaseAway,
  faults,
  gateway,
  import: importAgainstCopy,
  intake: intakeFormats,
  'match-incremental': matchIncremental,
  'match-main-items': matchMainItems,
  'match-pairs': matchPairs,
  'match-quality': matchQuality,
  'match-scale': matchScale,
  'match-speed': matchSpeed,
  overload,
  restarts,
  search: searchAcrossSizes,
  'signed-calls': signedCalls,
  trail,
};
