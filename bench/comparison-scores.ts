import { type Finding, RULE_CODES, type RuleCode } from '../comparison/finding.ts';
import type { Truth } from '../demo/truth.ts';
import { type Expected, expectedFindings, type Province } from './comparison-truth.ts';

/** A finding by the keys of the files it came from. */
export interface Told {
  readonly rule: RuleCode;
  readonly list: string | undefined;
  readonly row: string | undefined;
  readonly reference: string | undefined;
  readonly finding: Finding;
  /** Rests on a link that waits for a person. */
  readonly waits: boolean;
}

export interface RuleScore {
  readonly planted: number;
  readonly found: number;
  /** Planted, and told only as waiting for a person. */
  readonly waiting: number;
  readonly findings: number;
  readonly missed: readonly Expected[];
  readonly invented: readonly Told[];
  /** Invented, but of what the engine has linked to what it does not stand for, or not linked at all. */
  readonly mislinked: number;
}

const rowOf = ({ list, row }: { readonly list?: string | undefined; readonly row?: string | undefined }) =>
  `${list} ${row}`;

const agrees = (expected: Expected, told: Told): boolean =>
  expected.rule === told.rule &&
  expected.list === told.list &&
  (expected.row === undefined || expected.row === told.row) &&
  (expected.reference === undefined || expected.reference === told.reference) &&
  (expected.department === undefined || (told.finding.department ?? '') !== '') &&
  (expected.rule !== 'CMP_14' || (expected.isRestriction === true) === (told.finding.drift === undefined));

/** Whether a finding comes of links that the truth denies. */
const mislinking = (truths: readonly Truth[], told: readonly Told[]): ((one: Told) => boolean) => {
  const links = truths.filter(({ kind }) => kind === 'LINK');
  const whole = new Set(
    links
      .filter(({ relation }) => relation === 'EQUIVALENT')
      .map((truth) => `${rowOf(truth)} ${truth.reference}`),
  );
  const answered = new Set(
    links.flatMap(({ list, reference }) => [`${list} ${reference}`, `${list.slice(0, 4)} ${reference}`]),
  );
  const restsOnWrongLink = (one: Told) =>
    one.finding.linkId !== undefined && !whole.has(`${rowOf(one)} ${one.reference}`);
  const wrong = new Set(told.filter((one) => !one.waits && restsOnWrongLink(one)).map(rowOf));
  return (one) => {
    if (one.row !== undefined) return wrong.has(rowOf(one));
    const place = one.rule === 'CMP_18' ? one.list?.slice(0, 4) : one.list;
    return answered.has(`${place} ${one.reference}`);
  };
};

/** What was planted, found, missed and invented, by rule. */
export function scores(
  truths: readonly Truth[],
  told: readonly Told[],
  province: Province,
): ReadonlyMap<RuleCode, RuleScore> {
  const expected = Map.groupBy(expectedFindings(truths, province), ({ rule }) => rule);
  const byRule = Map.groupBy(told, ({ rule }) => rule);
  const isMislinked = mislinking(truths, told);
  // Of a row whose link to the reference waits for a person, nothing can be told but that.
  const resting = new Set(told.filter(({ waits }) => waits).map(rowOf));
  const rests = (one: Expected) => [one, ...(one.beside ?? [])].some((row) => resting.has(rowOf(row)));
  return new Map(
    RULE_CODES.map((rule) => {
      const [wanted, all] = [expected.get(rule) ?? [], byRule.get(rule) ?? []];
      const byList = Map.groupBy(all, ({ list }) => list);
      const wantedIn = Map.groupBy(wanted, ({ list }) => list);
      const answers = (one: Expected) => (byList.get(one.list) ?? []).filter((each) => agrees(one, each));
      const unanswered = wanted.filter((one) => !answers(one).some(({ waits }) => !waits));
      const missed = unanswered.filter((one) => answers(one).length === 0 && !rests(one));
      const sure = all.filter(({ waits }) => !waits);
      const invented = sure.filter(
        (each) => !(wantedIn.get(each.list ?? '') ?? []).some((one) => agrees(one, each)),
      );
      const score = {
        planted: wanted.length,
        found: wanted.length - unanswered.length,
        waiting: unanswered.length - missed.length,
        findings: sure.length,
        missed,
        invented,
        mislinked: invented.filter(isMislinked).length,
      };
      return [rule, score];
    }),
  );
}
