import { COUNTRY, normalizeRegionCode } from '../regions.ts';
import type { ParsedCode } from './parse.ts';

/** Offices of the state, registered by no province (国家机关 and what they lead directly, GB 32100). */
const REGISTERED_CENTRALLY = '100000';

/** Where the region of the registering authority stands in a unified social credit code. */
const REGISTERED = { from: 2, to: 8 } as const;

const digitsOf = ({ segments, problems }: ParsedCode): string | undefined => {
  if (segments.kind === 'CN_31' || segments.kind === 'CN_33')
    // A placeholder or a temporary code has other digits where the region stands.
    return problems.some(({ code }) => code.startsWith('CODE_04_'))
      ? undefined
      : segments.organisation.slice(REGISTERED.from, REGISTERED.to);
  return segments.kind === 'SICHUAN' || segments.kind === 'SICHUAN_OLD' ? segments.region : undefined;
};

/**
 * The region, 12 digits, of the office that a code names (GB 32100-2015; Sichuan writes it out); undefined where the
 * code names no office, or one of no region.
 */
export const regionOfCode = (code: ParsedCode): string | undefined => {
  const digits = digitsOf(code);
  if (digits === undefined) return undefined;
  if (digits === REGISTERED_CENTRALLY) return COUNTRY;
  const read = normalizeRegionCode(digits);
  return 'code' in read ? read.code : undefined;
};
