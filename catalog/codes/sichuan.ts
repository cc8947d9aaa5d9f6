import { type Problem, problem } from '../problems.ts';
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

const NEW = /^51([1-3])([A-Z0-9])(\d{8,10})(?:-(.+))?$/u;
const OLD = /^(\d?[A-Z])-(\d{6}|\d{4})-(\d{3,5})(?:-(.+))?$/u;
// The organisation is taken as it comes: real lists write it with 7 to 18 characters, hyphens included.
const TAIL = /^(\d{12})-(\d{3})-(.+)-(\d)-(\d{2})$/u;

/** Reads a new Sichuan code, alone with its letter (511A0138000000) or as the composite with region and organisation. */
export function parseSichuan(text: string) {
  const [, category, typeLetter, serial, rest] = NEW.exec(text) ?? [];
  if (!category || !typeLetter || !serial) return undefined;
  // Twelve digits without letter and tail are a national basic code; fourteen are no other scheme's.
  if (!rest && /\d/u.test(typeLetter) && text.length !== 14) return undefined;
  const tail = readTail(text, rest);
  const basic = `51${category}${typeLetter}${serial}`;
  const segments: SichuanSegments = { kind: 'SICHUAN', basic, category, typeLetter, serial, ...tail.parts };
  return { normalized: text, segments, problems: tail.problems };
}

/** Reads an old Sichuan code, alone or as a composite. */
export function parseSichuanOld(text: string) {
  const [, typeLetter, mainItem, subItem, rest] = OLD.exec(text) ?? [];
  if (!typeLetter || !mainItem || !subItem) return undefined;
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
  const [, region, reserved, organisation, flag, sequence] = TAIL.exec(rest) ?? [];
  if (region && reserved && organisation && flag && sequence) {
    const parts = { region, reserved, organisation, flag, sequence };
    return { parts, problems: organisationCodeProblems(organisation) };
  }
  const unread = problem('CODE_SEGMENT', { value: text, detail: '尾部（应为区划-000-机构-1-顺序）' });
  return { parts: { organisation: rest }, problems: [unread, ...organisationCodeProblems(rest)] };
}
