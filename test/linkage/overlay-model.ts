/** What the machine says of each partner, and whether the partner is there; what people said, in their order. */
export interface Situation {
  readonly leftFingerprint: string;
  readonly today: string;
  /** Partner → its fingerprint; one that is not there is missing. */
  readonly partners: ReadonlyMap<string, string>;
  readonly machine: ReadonlyMap<string, string>;
  readonly said: readonly Said[];
}

export interface Said {
  readonly id: string;
  readonly verdict: 'CONFIRM' | 'REJECT' | 'NO_MATCH' | 'DEFER';
  readonly right?: string;
  readonly until?: string;
  readonly leftFingerprint: string;
  readonly rightFingerprint?: string;
}

/** Partners of one catalog compete: `b…` stand in a second catalog. */
const catalogOf = (partner: string): string => partner.slice(0, 1);

const isStale = (situation: Situation, said: Said): boolean =>
  said.leftFingerprint !== situation.leftFingerprint ||
  (said.right !== undefined && situation.partners.get(said.right) !== said.rightFingerprint);

/** Each decision in its turn: what rules a catalog as a whole, and which partners are ruled out. */
const heard = (said: readonly Said[], catalogs: readonly string[]) => {
  const whole = new Map<string, Said>();
  const barred = new Map<string, Said>();
  for (const one of said) {
    const own = one.right === undefined ? catalogs : [catalogOf(one.right)];
    if (one.verdict !== 'REJECT') {
      for (const catalog of own) whole.set(catalog, one);
      if (one.right !== undefined) barred.delete(one.right);
      continue;
    }
    const right = one.right as string;
    barred.set(right, one);
    const ruling = whole.get(catalogOf(right));
    if (ruling?.verdict === 'CONFIRM' && ruling.right === right) whole.delete(catalogOf(right));
  }
  return { whole, barred };
};

const stateOf = (
  situation: Situation,
  partner: string,
  ruling: Said | undefined,
  barred: Said | undefined,
): readonly [string | undefined, Said | undefined] => {
  const machine = situation.machine.get(partner);
  const there = ruling?.right === undefined || situation.partners.has(ruling.right);
  if (ruling?.verdict === 'CONFIRM' && there && ruling.right === partner)
    return [isStale(situation, ruling) ? 'STALE_EVIDENCE' : 'CONFIRMED', ruling];
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
  const { whole, barred } = heard(situation.said, ['a', 'b']);
  const links: Record<string, string> = {};
  for (const partner of situation.partners.keys()) {
    const [status, by] = stateOf(situation, partner, whole.get(catalogOf(partner)), barred.get(partner));
    if (status !== undefined)
      links[partner] = `${status}${by !== undefined && isStale(situation, by) ? '*' : ''}`;
  }
  return links;
};
