import type { Role } from '../../catalog/authority/writer.ts';
import { LEVELS, type Level } from '../../catalog/levels.ts';
import type { TokenSaid } from '../support/tokens.ts';
import { codeOf, liesIn, type RegionName, type TestPlace } from './places.ts';

interface TestGrant {
  readonly role: Role;
  readonly region: RegionName;
  readonly levels: readonly Level[];
}

/** Somebody who tries. */
export interface Subject {
  readonly name: string;
  /** `forged` is signed by nobody; `revoked` by its token or by its subject. */
  readonly token: 'none' | 'forged' | 'expired' | 'good' | 'revoked';
  readonly grants: readonly TestGrant[];
}

const grant = (role: Role, region: RegionName, levels: readonly Level[] = LEVELS): TestGrant => ({
  role,
  region,
  levels,
});

const LOCAL = ['CITY', 'COUNTY', 'TOWNSHIP'] as const;
const EVERYTHING = (['PROPOSER', 'REVIEWER', 'OPERATOR', 'AUDITOR'] as const).map((role) =>
  grant(role, 'country'),
);

/** Who has made every proposal that waits; here with a token that may settle. */
export const AUTHOR = '提请人';

const subject = (name: string, grants: readonly TestGrant[], token: Subject['token'] = 'good'): Subject => ({
  name,
  token,
  grants,
});

export const SUBJECTS: readonly Subject[] = [
  subject('无令牌', [], 'none'),
  subject('伪造令牌', EVERYTHING, 'forged'),
  subject('过期令牌', EVERYTHING, 'expired'),
  subject('提请', [grant('PROPOSER', 'own', LOCAL)]),
  subject('审定', [grant('REVIEWER', 'own', LOCAL)]),
  subject('运维', [grant('OPERATOR', 'own', LOCAL)]),
  subject('审计', [grant('AUDITOR', 'own', LOCAL)]),
  subject('只审市级', [grant('REVIEWER', 'own', ['CITY'])]),
  subject('审一县', [grant('REVIEWER', 'child', ['COUNTY'])]),
  subject('审全省', [grant('REVIEWER', 'province')]),
  subject('审零县', [grant('REVIEWER', 'zero')]),
  subject('审一镇', [grant('REVIEWER', 'town')]),
  subject('审全国', [grant('REVIEWER', 'country')]),
  subject('运维全国', [grant('OPERATOR', 'country')]),
  subject('几处', [
    grant('PROPOSER', 'own', ['COUNTY']),
    grant('REVIEWER', 'sibling', ['COUNTY']),
    grant('OPERATOR', 'province'),
    grant('AUDITOR', 'otherProvince', ['TOWNSHIP']),
  ]),
  subject('别处', [grant('REVIEWER', 'nowhere'), grant('OPERATOR', 'nowhere')]),
  subject(AUTHOR, [grant('REVIEWER', 'country'), grant('PROPOSER', 'country')]),
  subject('令牌已撤销', EVERYTHING, 'revoked'),
  subject('人已撤销', EVERYTHING, 'revoked'),
];

/** The id of the token a subject shows, the same in every attempt. */
export const tokenIdOf = ({ name }: Subject): string =>
  `token-${Buffer.from(name).toString('hex').slice(0, 40)}`;

/** What the token of a subject says. */
export const saidBy = (one: Subject): TokenSaid => ({
  subject: one.name,
  tokenId: tokenIdOf(one),
  grants: one.grants.map(({ role, region, levels }) => ({ role, region: codeOf(region), levels })),
});

/** Whether a subject with a good token holds one of some roles at a place. */
export const holds = ({ grants }: Subject, roles: readonly Role[], where: TestPlace): boolean =>
  grants.some(
    ({ role, region, levels }) =>
      roles.includes(role) && liesIn(where.region, region) && levels.includes(where.level),
  );
