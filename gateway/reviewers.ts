import { createHash, timingSafeEqual } from 'node:crypto';
import type { Writer } from '../catalog/authority/writer.ts';
import { LEVELS } from '../catalog/levels.ts';
import { COUNTRY } from '../catalog/regions.ts';

/** A person who may decide on links, and the token that proves it. */
export interface Reviewer {
  readonly name: string;
  readonly token: string;
}

/** Tells whose token an `Authorization` header bears; undefined for nobody's. */
export type ReviewerOf = (authorization: string | undefined) => Writer | undefined;

/** A token that only names its bearer opens everything everywhere. */
const trusted = (name: string): Writer => ({
  subject: name,
  tokenId: `static:${createHash('sha256').update(name).digest('hex').slice(0, 16)}`,
  issuedAt: 0,
  grants: (['REVIEWER', 'OPERATOR', 'AUDITOR'] as const).map((role) => ({
    role,
    region: COUNTRY,
    levels: LEVELS,
  })),
});

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Compares digests of one length with every token there is, so that the time taken tells nothing of any of them. The
 * scheme is `Bearer`, in any case (RFC 7235 2.1, RFC 6750 2.1).
 */
export const createReviewers = (reviewers: readonly Reviewer[]): ReviewerOf => {
  const known = reviewers.map(({ name, token }) => ({ name, digest: digestOf(token) }));
  return (authorization) => {
    const token = /^Bearer +([\w.~+/-]+=*) *$/iu.exec(authorization ?? '')?.[1];
    if (token === undefined) return undefined;
    const digest = digestOf(token);
    const found = known.filter((reviewer) => timingSafeEqual(reviewer.digest, digest))[0];
    return found && trusted(found.name);
  };
};

/** 16 characters are the least that cannot be guessed; those of a bearer token (RFC 6750 2.1). */
const TOKEN = /^[\w.~+/-]{16,256}=*$/u;
const NAME = /^[^\s:,]{1,50}$/u;

/** Reads `名字:token,名字:token`; undefined where any of it cannot be used or a name or token comes twice. */
export const parseReviewers = (text: string): readonly Reviewer[] | undefined => {
  const reviewers = text.split(',').map((entry) => {
    const [name = '', token = '', ...rest] = entry.trim().split(':');
    return rest.length === 0 && NAME.test(name) && TOKEN.test(token) ? { name, token } : undefined;
  });
  if (!reviewers.every((reviewer) => reviewer !== undefined)) return undefined;
  const names = new Set(reviewers.map(({ name }) => name));
  const tokens = new Set(reviewers.map(({ token }) => token));
  return names.size === reviewers.length && tokens.size === reviewers.length ? reviewers : undefined;
};
