import { type Problem, problem } from '../problems.ts';

/** GB 32100-2015 table 1: no I, O, S, V, Z. The position of a character is its value. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;

export interface UnifiedCreditCode {
  /** 登记管理部门: 1 机构编制, 5 民政, 9 市场监管 … */
  readonly registration: string;
  /** 机构类别 within the registration: 11 机关, 12 事业单位 … */
  readonly institution: string;
  /** 登记管理机关行政区划, six digits; its city and county need not be those of the item. */
  readonly region: string;
  /** 主体标识码, nine characters of GB 11714. */
  readonly organisation: string;
  readonly check: string;
}

/** The check character GB 32100-2015 gives for the first 17 characters; undefined when one is outside the alphabet. */
export function unifiedCreditCheck(first17: string): string | undefined {
  let sum = 0;
  for (const [index, weight] of WEIGHTS.entries()) {
    const value = ALPHABET.indexOf(first17[index] ?? '?');
    if (value < 0) return undefined;
    sum += value * weight;
  }
  // The outer modulus matters: a sum divisible by 31 has the check character 0, not "31".
  return ALPHABET[(31 - (sum % 31)) % 31];
}

/** The check character GB 11714-1997 gives for the eight characters of an organisation code. */
export function organisationCodeCheck(first8: string): string | undefined {
  let sum = 0;
  for (const [index, weight] of ORGANISATION_WEIGHTS.entries()) {
    const value = Number.parseInt(first8[index] ?? '', 36);
    if (Number.isNaN(value)) return undefined;
    sum += value * weight;
  }
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/** The five segments of an 18-character code; nothing is checked beyond its length. */
export function splitUnifiedCreditCode(code: string): UnifiedCreditCode | undefined {
  if (code.length !== 18) return undefined;
  return {
    registration: code.slice(0, 1),
    institution: code.slice(1, 2),
    region: code.slice(2, 8),
    organisation: code.slice(8, 17),
    check: code.slice(17),
  };
}

/**
 * What is wrong with a code that should be a unified social credit code: spelling first (length, hyphen, placeholder,
 * temporary, characters), and only for a well-spelt one both check digits (CODE-04). Expects upper case.
 */
export function organisationCodeProblems(code: string): readonly Problem[] {
  const spelling = spellingProblem(code);
  if (spelling) return [spelling];
  const found: Problem[] = [];
  if (unifiedCreditCheck(code) !== code[17]) {
    found.push(problem('CODE_04', { value: code, detail: '校验码（第 18 位）' }));
  }
  if (organisationCodeCheck(code.slice(8, 16)) !== code[16]) {
    found.push(problem('CODE_04', { value: code, detail: '主体标识码校验位（第 17 位）' }));
  }
  return found;
}

function spellingProblem(code: string): Problem | undefined {
  const value = code;
  if (/^(.)\1{3,}$/u.test(code)) return problem('CODE_04_PLACEHOLDER', { value });
  if (code.includes('-')) return problem('CODE_04_HYPHEN', { value });
  if (code.length === 9) return problem('CODE_04_ORGANISATION_CODE', { value });
  if (code.length !== 18) return problem('CODE_04_LENGTH', { value, detail: String(code.length) });
  if (code.startsWith('TE')) return problem('CODE_04_TEMPORARY', { value });
  if (/[^0-9A-HJ-NPQRTUWXY]/u.test(code)) return problem('CODE_04_CHARACTER', { value });
  return undefined;
}

export interface UsccSegments extends UnifiedCreditCode {
  readonly kind: 'USCC';
}

/** Reads an 18-character organisation code; undefined when it has another length or other characters. */
export function parseUnifiedCreditCode(text: string) {
  const parts = /^[0-9A-Z]+$/u.test(text) ? splitUnifiedCreditCode(text) : undefined;
  if (!parts) return undefined;
  const segments: UsccSegments = { kind: 'USCC', ...parts };
  return { normalized: text, segments, problems: organisationCodeProblems(text) };
}
