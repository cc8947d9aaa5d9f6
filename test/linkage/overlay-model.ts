/** What the machine says of each partner, and whether the partner is there; what people said, in their order. */
export interface Situation {
  readonly leftFingerprint: string;
  readonly today: string;
  /** Partner → its fingerprint; one that is not there is missing. */
  readonly partners: ReadonlyMap<string, string>;
  readonly machine: ReadonlyMap<string, string>;
  /** Partners the machine holds the item to be made of, among those of `machine`. */
  readonly machineParts: ReadonlySet<string>;
  readonly said: readonly Said[];
}

export interface Said {
  readonly id: string;
  readonly verdict: 'CONFIRM' | 'REJECT' | 'NO_MATCH' | 'DEFER';
  readonly right?: string;
  /** Confirmed as one of several the item is made of. */
  readonly isPart?: boolean;
  readonly until?: string;
  readonly leftFingerprint: string;
  readonly rightFingerprint?: string;
}

/** Partners of one catalog compete: `b…` stand in a second catalog. */
const catalogOf = (partner: string): string => partner.slice(0, 1);

const isStale = (situation: Situation, said: Said): boolean =>
  said.leftFingerprint !== situation.leftFingerprint ||
  (said.right !== undefined && situation.partners.get(said.right) !== said.rightFingerprint);

interface Ruling {
  /** What was said last of the item as a whole; undefined once that was taken back. */
  readonly whole: Said | undefined;
  /** The last part that was confirmed, if that was said last. */
  readonly lastPart: Said | undefined;
  readonly parts: ReadonlyMap<string, Said>;
}

const UNSAID: Ruling = { whole: undefined, lastPart: undefined, parts: new Map() };

const withVerdict = (before: Ruling, one: Said): Ruling => {
  if (one.isPart !== true) return { ...UNSAID, whole: one };
  const right = one.right as string;
  const parts = new Map(before.parts);
  parts.delete(right);
  return { whole: undefined, lastPart: one, parts: parts.set(right, one) };
};

const withRejection = (before: Ruling, right: string): Ruling => {
  const parts = new Map(before.parts);
  parts.delete(right);
  const { whole, lastPart } = before;
  return {
    whole: whole?.verdict === 'CONFIRM' && whole.right === right ? undefined : whole,
    lastPart: lastPart?.right === right ? undefined : lastPart,
    parts,
  };
};

/** Each decision in its turn: what rules a catalog, and which partners are ruled out. */
const heard = (said: readonly Said[], catalogs: readonly string[]) => {
  const rulings = new Map<string, Ruling>();
  const barred = new Map<string, Said>();
  for (const one of said) {
    const own = one.right === undefined ? catalogs : [catalogOf(one.right)];
    if (one.verdict === 'REJECT') barred.set(one.right as string, one);
    else if (one.right !== undefined) barred.delete(one.right);
    for (const catalog of own) {
      const before = rulings.get(catalog) ?? UNSAID;
      const after =
        one.verdict === 'REJECT' ? withRejection(before, one.right as string) : withVerdict(before, one);
      rulings.set(catalog, after);
    }
  }
  return { rulings, barred };
};

type State = readonly [string | undefined, Said | undefined];

const confirmed = (situation: Situation, said: Said): State => [
  isStale(situation, said) ? 'STALE_EVIDENCE' : 'CONFIRMED',
  said,
];

/** The state of a partner where parts were confirmed last. */
const stateAmongParts = (
  situation: Situation,
  partner: string,
  { lastPart, parts }: Ruling,
  barred: Said | undefined,
): State => {
  const own = parts.get(partner);
  if (own !== undefined) return confirmed(situation, own);
  const machine = situation.machine.get(partner);
  if (machine === undefined) return [undefined, undefined];
  if (barred !== undefined) return ['REJECTED', barred];
  const isThere = (said: Said): boolean => situation.partners.has(said.right as string);
  const newest = [...parts.values()].filter(isThere).at(-1);
  if (newest === undefined && lastPart === undefined) return [machine, undefined];
  if (situation.machineParts.has(partner)) return [machine, undefined];
  return newest === undefined ? ['REVIEW', lastPart] : ['REJECTED', newest];
};

const stateOf = (
  situation: Situation,
  partner: string,
  ruling: Said | undefined,
  barred: Said | undefined,
): State => {
  const machine = situation.machine.get(partner);
  const there = ruling?.right === undefined || situation.partners.has(ruling.right);
  if (ruling?.verdict === 'CONFIRM' && there && ruling.right === partner) return confirmed(situation, ruling);
  if (machine === undefined) return [undefined, undefined];
  if ((ruling?.verdict === 'CONFIRM' && there) || ruling?.verdict === 'NO_MATCH') return ['REJECTED', ruling];
  if (barred !== undefined) return ['REJECTED', barred];
  if (ruling?.verdict === 'CONFIRM') return ['REVIEW', ruling];
  if (ruling?.verdict === 'DEFER')
    return [ruling.until !== undefined && ruling.until <= situation.today ? 'REVIEW' : 'DEFERRED', ruling];
  return [machine, undefined];
};

/** The links of an item as they have to be: partner → status, with `*` where the decision has gone stale. */
export const overlay = (situation: Situation): Readonly<Record<string, string>> => {
  const { rulings, barred } = heard(situation.said, ['a', 'b']);
  const links: Record<string, string> = {};
  for (const partner of situation.partners.keys()) {
    const ruling = rulings.get(catalogOf(partner)) ?? UNSAID;
    const saidNo = barred.get(partner);
    const [status, by] =
      ruling.lastPart !== undefined || ruling.parts.size > 0
        ? stateAmongParts(situation, partner, ruling, saidNo)
        : stateOf(situation, partner, ruling.whole, saidNo);
    if (status !== undefined)
      links[partner] = `${status}${by !== undefined && isStale(situation, by) ? '*' : ''}`;
  }
  return links;
};
