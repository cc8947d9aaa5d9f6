import { type Problem, problem } from '../problems.ts';
import * as cn from './cn.ts';
import * as gbt39046 from './gbt39046.ts';
import { type GuizhouSegments, parseGuizhou } from './guizhou.ts';
import { type CodeScheme, isCodeScheme } from './schemes.ts';
import { parseSichuan, parseSichuanOld, type SichuanOldSegments, type SichuanSegments } from './sichuan.ts';
import {
  organisationCodeProblems,
  parseUnifiedCreditCode,
  type UsccSegments,
} from './unified-credit-code.ts';
import { parseZhejiangLegacy, type ZhejiangSegments } from './zhejiang.ts';

export interface LocalSegments {
  readonly kind: 'LOCAL';
  readonly code: string;
}

/** The segments of a code; `kind` is its scheme. */
export type CodeSegments =
  | cn.CnBasicSegments
  | cn.CnImplementationSegments
  | cn.CnHandlingSegments
  | cn.ZhejiangGuidSegments
  | ZhejiangSegments
  | gbt39046.Gbt39046Segments
  | SichuanSegments
  | SichuanOldSegments
  | GuizhouSegments
  | UsccSegments
  | LocalSegments;

export interface ParsedCode {
  readonly scheme: CodeScheme;
  /** As the source has it; never changed. */
  readonly raw: string;
  /** Without white space, half width, upper case: the form codes are compared in. */
  readonly normalized: string;
  readonly segments: CodeSegments;
  readonly problems: readonly Problem[];
}

interface Reading {
  readonly normalized: string;
  readonly segments: CodeSegments;
  readonly problems: readonly Problem[];
}

type Parser = (text: string) => Reading | undefined;

const PARSERS: Readonly<Record<Exclude<CodeScheme, 'LOCAL'>, Parser>> = {
  CN_12: cn.parseCnBasic,
  CN_31: cn.parseCnImplementation,
  CN_33: cn.parseCnHandling,
  ZJ_45: cn.parseZhejiangGuid,
  ZJ_LEGACY: parseZhejiangLegacy,
  SICHUAN: parseSichuan,
  SICHUAN_OLD: parseSichuanOld,
  GUIZHOU: parseGuizhou,
  USCC: parseUnifiedCreditCode,
  GBT_39046_BASIC: gbt39046.parseGbt39046Basic,
  GBT_39046_IMPLEMENTATION: gbt39046.parseGbt39046Implementation,
};

// GB/T 39046 is not tried unasked: its "up to 10 letters and digits" would swallow every local code.
const UNASKED = [
  'CN_33',
  'CN_31',
  'CN_12',
  'ZJ_45',
  'ZJ_LEGACY',
  'SICHUAN',
  'SICHUAN_OLD',
  'GUIZHOU',
  'USCC',
] as const;

/**
 * Reads a code of any known scheme, the hinted one first; what fits none is LOCAL. Never throws and never repairs in
 * silence: `raw` is kept, and every departure from the scheme is a problem beside the segments.
 */
export function parseCode(raw: string, hint?: CodeScheme): ParsedCode {
  const text = canonical(raw);
  const order = hint && hint !== 'LOCAL' ? [hint, ...UNASKED] : hint === 'LOCAL' ? [] : UNASKED;
  for (const scheme of order) {
    const reading = PARSERS[scheme](text);
    if (!reading) continue;
    return { scheme, raw, ...reading, problems: [...spelling(raw, reading.normalized), ...reading.problems] };
  }
  return localCode(raw, hint);
}

/** Reads `SCHEME:code` as the public interface takes it, or a bare code. */
export function parseSchemeCode(text: string): ParsedCode {
  const end = text.indexOf(':');
  const scheme = text.slice(0, Math.max(end, 0)).trim().toUpperCase();
  return isCodeScheme(scheme) ? parseCode(text.slice(end + 1), scheme) : parseCode(text);
}

function canonical(raw: string): string {
  return plain(raw).replace(/\s/gu, '').toUpperCase();
}

/** Half width, one kind of hyphen, no zero-width characters. */
function plain(raw: string): string {
  return raw
    .normalize('NFKC')
    .replace(/[\u200B-\u200D\u2060\uFEFF]/gu, '')
    .replace(/[‐‑‒–—―−]/gu, '-')
    .trim();
}

function spelling(raw: string, normalized: string): readonly Problem[] {
  return raw === normalized ? [] : [problem('CODE_NORMALISED', { value: raw, other: normalized })];
}

function localCode(raw: string, hint: CodeScheme | undefined): ParsedCode {
  // Letters keep their case: nothing says that a local scheme does not tell them apart.
  const normalized = plain(raw);
  const segments: LocalSegments = { kind: 'LOCAL', code: normalized };
  const problems = normalized
    ? [...spelling(raw, normalized), ...unknownScheme(normalized, hint)]
    : [problem('CODE_EMPTY', { value: raw })];
  return { scheme: 'LOCAL', raw, normalized, segments, problems };
}

/** A near miss of the scheme the source promised is an error in that scheme; anything else is simply local. */
function unknownScheme(code: string, hint: CodeScheme | undefined): readonly Problem[] {
  if (hint === 'LOCAL') return [];
  if (hint === 'USCC') return organisationCodeProblems(code.toUpperCase());
  const plainLength = /^[0-9A-Za-z]+$/u.test(code) ? code.length : 0;
  if (hint === 'CN_12' && plainLength >= 11 && plainLength <= 13)
    return [problem('CODE_01', { value: code })];
  if ((hint === 'CN_31' || hint === 'CN_33') && plainLength >= 28 && plainLength <= 36) {
    return [problem('CODE_02', { value: code })];
  }
  return [problem('CODE_SCHEME_UNKNOWN', { value: code })];
}
