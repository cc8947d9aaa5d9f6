import type { ErrorDetail } from '../../catalog/error-details.ts';
import { parseLegalBases } from '../../catalog/legal-basis.ts';
import type { MatchItem } from '../../matching/item.ts';
import type { Candidate, Evidence, ItemJudgement } from '../../matching/judgement.ts';
import { refusal } from '../refusal.ts';
import { LARGEST_CATALOG, type ReconcileQueries } from './reconcile-queries.ts';
import type { ReconcileThread } from './reconcile-thread.ts';

/** The input ReconcileItem as GraphQL hands it over. */
export interface ReconcileItem {
  readonly name: string;
  readonly codes?: readonly string[] | null;
  readonly type?: string | null;
  readonly department?: string | null;
  readonly legalBasis?: string | null;
  readonly region?: string | null;
  readonly mainItemName?: string | null;
}

export interface ReconcileArguments {
  readonly items: readonly ReconcileItem[];
  readonly against: string;
  readonly best?: number | null;
}

/** A candidate as the type ReconcileCandidate shows it. */
export interface ReconcileCandidate {
  readonly itemId: string;
  readonly confidence: number;
  readonly chosen: boolean;
  readonly relation: string | null;
  readonly band: string | null;
  readonly evidence: readonly Evidence[];
}

const MOST_ITEMS = 100;
const LONGEST = { name: 300, department: 200, region: 100, mainItemName: 300, legalBasis: 2_000 } as const;
const MOST_CODES = 10;
const LONGEST_CODE = 100;
const DEFAULT_BEST = 3;
export const MOST_CANDIDATES = 10;

const isTooLong = (item: ReconcileItem): boolean =>
  Object.entries(LONGEST).some(
    ([field, most]) => (item[field as keyof typeof LONGEST]?.length ?? 0) > most,
  ) ||
  (item.codes?.length ?? 0) > MOST_CODES ||
  (item.codes ?? []).some((code) => code.length > LONGEST_CODE);

/** What is wrong with a request, as a key of the closed list. */
const wrongIn = ({ items, best }: ReconcileArguments): ErrorDetail | undefined => {
  if (items.length < 1 || items.length > MOST_ITEMS) return 'RECONCILE_COUNT';
  if (items.some((item) => item.name.trim() === '' || isTooLong(item))) return 'RECONCILE_ITEM';
  return best != null && (best < 1 || best > MOST_CANDIDATES) ? 'BEST_OUT_OF_RANGE' : undefined;
};

const itemOf = (item: ReconcileItem, place: number): MatchItem => ({
  id: String(place),
  name: item.name,
  codes: item.codes ?? [],
  ...(item.type == null || item.type === 'UNRECOGNISED' ? {} : { type: item.type }),
  ...(item.department == null ? {} : { department: item.department }),
  ...(item.legalBasis == null ? {} : { legalBases: parseLegalBases(item.legalBasis) }),
  ...(item.region == null ? {} : { region: item.region }),
  ...(item.mainItemName == null ? {} : { parentName: item.mainItemName }),
});

const candidatesOf = (judgement: ItemJudgement, best: number): readonly ReconcileCandidate[] => {
  const { match, relation, band, evidence } = judgement;
  const explained = match ?? judgement.candidates[0]?.reference;
  const found = band === 'NONE' ? null : match;
  const shown = ({ reference, confidence }: Candidate): ReconcileCandidate => ({
    itemId: reference,
    confidence,
    chosen: reference === found,
    relation: reference === found ? relation : null,
    band: reference === found ? band : null,
    evidence: reference === explained ? evidence : [],
  });
  return judgement.candidates.slice(0, best).map(shown);
};

/** Judges names that are in no list against a catalog of the release; refuses with BAD_USER_INPUT. */
export const createReconcile =
  (queries: ReconcileQueries, judge: ReconcileThread, release: number) =>
  async (args: ReconcileArguments): Promise<readonly (readonly ReconcileCandidate[])[]> => {
    const wrong = wrongIn(args);
    if (wrong !== undefined) throw refusal('BAD_USER_INPUT', wrong);
    const { against } = args;
    const state = await queries.stateOf(release, against);
    if (state === null) throw refusal('BAD_USER_INPUT', 'RECONCILE_CATALOG');
    if (state.items > LARGEST_CATALOG) throw refusal('BAD_USER_INPUT', 'RECONCILE_CATALOG_TOO_LARGE');
    const judgements = await judge({ release, against, state, items: args.items.map(itemOf) });
    return judgements.map((judgement) => candidatesOf(judgement, args.best ?? DEFAULT_BEST));
  };
