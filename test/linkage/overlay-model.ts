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
  /** Confirmed as one of several the item is made of, in so many words; else as what the machine holds it to be. */
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
  /** Whether a part was the last to be confirmed, be it taken back since. */
  readonly inParts: boolean;
  /** The last part that was confirmed, if that was said last. */
  readonly lastPart: Said | undefined;
  readonly parts: ReadonlyMap<string, Said>;
  /** Partners that were put off by themselves: among parts each rules its own. */
  readonly putOff: ReadonlyMap<string, Said>;
}

const UNSAID: Ruling = {
  whole: undefined,
  inParts: false,
  lastPart: undefined,
  parts: new Map(),
  putOff: new Map(),
};

const without = (said: ReadonlyMap<string, Said>, right: string): Map<string, Said> =>
  new Map([...said].filter(([partner]) => partner !== right));

const withPart = (before: Ruling, one: Said, right: string): Ruling => ({
  whole: undefined,
  inParts: true,
  lastPart: one,
  parts: without(before.parts, right).set(right, one),
  putOff: without(before.putOff, right),
});

const withOnePutOff = (before: Ruling, one: Said, right: string): Ruling => {
  const { inParts, lastPart, parts } = before;
  const putOff = without(before.putOff, right).set(right, one);
  if (!inParts) return { ...UNSAID, whole: one, putOff };
  return {
    ...before,
    lastPart: lastPart?.right === right ? undefined : lastPart,
    parts: without(parts, right),
    putOff,
  };
};

const withRejection = (before: Ruling, right: string): Ruling => {
  const { whole, lastPart } = before;
  return {
    ...before,
    whole: whole?.verdict === 'CONFIRM' && whole.right === right ? undefined : whole,
    lastPart: lastPart?.right === right ? undefined : lastPart,
    parts: without(before.parts, right),
    putOff: without(before.putOff, right),
  };
};

const withVerdict = (before: Ruling, one: Said, situation: Situation): Ruling => {
  const { right, verdict } = one;
  if (right === undefined) return { ...UNSAID, whole: one };
  if (verdict === 'REJECT') return withRejection(before, right);
  if (verdict === 'DEFER') return withOnePutOff(before, one, right);
  const isPart = one.isPart === true || situation.machineParts.has(right);
  return isPart ? withPart(before, one, right) : { ...UNSAID, whole: one };
};

/** Each decision in its turn: what rules a catalog, and which partners are ruled out. */
const heard = (situation: Situation, catalogs: readonly string[]) => {
  const rulings = new Map<string, Ruling>();
  const barred = new Map<string, Said>();
  for (const one of situation.said) {
    const own = one.right === undefined ? catalogs : [catalogOf(one.right)];
    if (one.verdict === 'REJECT') barred.set(one.right as string, one);
    else if (one.right !== undefined) barred.delete(one.right);
    for (const catalog of own) {
      rulings.set(catalog, withVerdict(rulings.get(catalog) ?? UNSAID, one, situation));
    }
  }
  return { rulings, barred };
};

type State = readonly [string | undefined, Said | undefined];

const confirmed = (situation: Situation, said: Said): State => [
  isStale(situation, said) ? 'STALE_EVIDENCE' : 'CONFIRMED',
  said,
];

const deferred = (situation: Situation, said: Said): State => [
  said.until !== undefined && said.until <= situation.today ? 'REVIEW' : 'DEFERRED',
  said,
];

/** The state of a partner where parts were confirmed last. */
const stateAmongParts = (
  situation: Situation,
  partner: string,
  { lastPart, parts, putOff }: Ruling,
  barred: Said | undefined,
): State => {
  const own = parts.get(partner);
  if (own !== undefined) return confirmed(situation, own);
  const machine = situation.machine.get(partner);
  if (machine === undefined) return [undefined, undefined];
  if (barred !== undefined) return ['REJECTED', barred];
  const later = putOff.get(partner);
  if (later !== undefined) return deferred(situation, later);
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
  if (ruling?.verdict === 'DEFER') return deferred(situation, ruling);
  return [machine, undefined];
};

/** The links of an item as they have to be: partner → status, with `*` where the decision has gone stale. */
export const overlay = (situation: Situation): Readonly<Record<string, string>> => {
  const { rulings, barred } = heard(situation, ['a', 'b']);
  const links: Record<string, string> = {};
  for (const partner of situation.partners.keys()) {
    const ruling = rulings.get(catalogOf(partner)) ?? UNSAID;
    const saidNo = barred.get(partner);
    const [status, by] = ruling.inParts
      ? stateAmongParts(situation, partner, ruling, saidNo)
      : stateOf(situation, partner, ruling.whole, saidNo);
    if (status !== undefined)
      links[partner] = `${status}${by !== undefined && isStale(situation, by) ? '*' : ''}`;
  }
  return links;
};
