import { type Problem, problem } from '../problems.ts';
import { partsOf } from './parts.ts';
import { organisationCodeProblems } from './unified-credit-code.ts';

/** The tail a composite code carries behind its basic code, by hyphens. */
export interface SichuanTail {
  /** 12-digit region; the shortest old form leaves it out. */
  readonly region?: string;
  readonly reserved?: string;
  readonly organisation: string;
  readonly flag?: string;
  readonly sequence?: string;
}

/** 51 + category (1 权力, 2 公共服务) + type letter or digit + 8 to 10 digits. */
export interface SichuanSegments extends Partial<SichuanTail> {
  readonly kind: 'SICHUAN';
  readonly basic: string;
  readonly category: string;
  readonly typeLetter: string;
  readonly serial: string;
}

/** letter-6-3 or letter-6-4 (G-000007-001), or 1J-5100-00027. */
export interface SichuanOldSegments extends Partial<SichuanTail> {
  readonly kind: 'SICHUAN_OLD';
  readonly basic: string;
  readonly typeLetter: string;
  readonly mainItem: string;
  readonly subItem: string;
}

const NEW = /^51(?<category>[1-3])(?<typeLetter>[A-Z0-9])(?<serial>\d{8,10})(?:-(?<rest>.+))?$/u;
const OLD = /^(?<typeLetter>\d?[A-Z])-(?<mainItem>\d{6}|\d{4})-(?<subItem>\d{3,5})(?:-(?<rest>.+))?$/u;
// The organisation is taken as it comes: real lists write it with 7 to 18 characters, hyphens included.
const TAIL = /^(?<region>\d{12})-(?<reserved>\d{3})-(?<organisation>.+)-(?<flag>\d)-(?<sequence>\d{2})$/u;

interface WithRest {
  readonly rest?: string;
}

/** Reads a new Sichuan code, alone with its letter (511A0138000000) or as the composite with region and organisation. */
export function parseSichuan(text: string) {
  const parts = partsOf<Pick<SichuanSegments, 'category' | 'typeLetter' | 'serial'> & WithRest>(NEW, text);
  if (!parts) return undefined;
  const { category, typeLetter, serial, rest } = parts;
  // Twelve digits without letter and tail are a national basic code; fourteen are no other scheme's.
  if (!rest && /\d/u.test(typeLetter) && text.length !== 14) return undefined;
  const tail = readTail(text, rest);
  const basic = `51${category}${typeLetter}${serial}`;
  const segments: SichuanSegments = { kind: 'SICHUAN', basic, category, typeLetter, serial, ...tail.parts };
  return { normalized: text, segments, problems: tail.problems };
}

/** Reads an old Sichuan code, alone or as a composite. */
export function parseSichuanOld(text: string) {
  const parts = partsOf<Pick<SichuanOldSegments, 'typeLetter' | 'mainItem' | 'subItem'> & WithRest>(
    OLD,
    text,
  );
  if (!parts) return undefined;
  const { typeLetter, mainItem, subItem, rest } = parts;
  const tail = readTail(text, rest);
  const basic = `${typeLetter}-${mainItem}-${subItem}`;
  const segments: SichuanOldSegments = {
    kind: 'SICHUAN_OLD',
    basic,
    typeLetter,
    mainItem,
    subItem,
    ...tail.parts,
  };
  return { normalized: text, segments, problems: tail.problems };
}

function readTail(
  text: string,
  rest: string | undefined,
): { parts: Partial<SichuanTail>; problems: readonly Problem[] } {
  if (!rest) return { parts: {}, problems: [] };
  const parts = partsOf<SichuanTail>(TAIL, rest);
  if (parts) return { parts, problems: organisationCodeProblems(parts.organisation) };
  const unread = problem('CODE_SEGMENT', { value: text, detail: '尾部（应为区划-000-机构-1-顺序）' });
  return { parts: { organisation: rest }, problems: [unread, ...organisationCodeProblems(rest)] };
}
