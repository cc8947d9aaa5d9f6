import { type Problem, problem } from '../problems.ts';
import { partsOf } from './parts.ts';
import { organisationCodeProblems } from './unified-credit-code.ts';

/** 基本编码, 12 characters (GB/T 39554.1-2020; structure confirmed on 22 codes of 10 organisations). */
export interface BasicCode {
  readonly code: string;
  /** 00 for the national directory, else the first two digits of the province. */
  readonly region: string;
  readonly itemType: string;
  /** First two digits of the main item, only in national codes: a province's departments are its own. */
  readonly department?: string;
  readonly mainItem: string;
  /** 000 without sub-items, 00Y a main item that has sub-items, else the sub-item. */
  readonly subItem: string;
}

export interface CnBasicSegments {
  readonly kind: 'CN_12';
  readonly basic: BasicCode;
}

/** 实施编码: unified social credit code 18 + 行使层级 1 + 基本编码 12. */
export interface CnImplementationSegments {
  readonly kind: 'CN_31';
  readonly organisation: string;
  readonly level: string;
  readonly basic: BasicCode;
}

/** 业务办理项编码: 实施编码 31 + order 2. */
export interface CnHandlingSegments {
  readonly kind: 'CN_33';
  readonly organisation: string;
  readonly level: string;
  readonly basic: BasicCode;
  readonly implementation: string;
  readonly handlingItem: string;
}

/** The old Zhejiang form with a 32-digit hexadecimal department key where the credit code stands. */
export interface ZhejiangGuidSegments {
  readonly kind: 'ZJ_45';
  readonly department: string;
  readonly level: string;
  readonly basic: BasicCode;
}

const BASIC = /^(?<region>\d{2})(?<itemType>\d{2})(?<mainItem>\d{5})(?<subItem>\d{3}|\d{2}Y)$/u;

/** Splits a 12-character basic code, or gives undefined when it has not that shape. */
export function splitBasicCode(code: string): BasicCode | undefined {
  const parts = partsOf<Omit<BasicCode, 'code' | 'department'>>(BASIC, code);
  if (!parts) return undefined;
  const { region, itemType, mainItem, subItem } = parts;
  const department = region === '00' ? { department: mainItem.slice(0, 2) } : {};
  return { code, region, itemType, ...department, mainItem, subItem };
}

/** Reads a CN-12 basic code; CODE_01 when its sub-item is neither three digits nor 00Y. */
export function parseCnBasic(text: string) {
  const basic = splitBasicCode(text);
  if (!basic) return undefined;
  const segments: CnBasicSegments = { kind: 'CN_12', basic };
  return { normalized: text, segments, problems: basicProblems(basic) };
}

/** Reads a CN-31 implementation code; CODE_02 for its level, CODE_04 for its credit code. */
export function parseCnImplementation(text: string) {
  const head = implementationHead(text);
  if (!head) return undefined;
  const segments: CnImplementationSegments = { kind: 'CN_31', ...head };
  return { normalized: text, segments, problems: implementationProblems(text, head) };
}

/** Reads a CN-33 handling-item code: an implementation code and two digits. */
export function parseCnHandling(text: string) {
  const implementation = text.slice(0, 31);
  const handlingItem = text.slice(31);
  const head = /^\d{2}$/u.test(handlingItem) ? implementationHead(implementation) : undefined;
  if (!head) return undefined;
  const segments: CnHandlingSegments = { kind: 'CN_33', ...head, implementation, handlingItem };
  return { normalized: text, segments, problems: implementationProblems(text, head) };
}

/** Reads the 45-character old Zhejiang form; its hexadecimal key is customarily lower case. */
export function parseZhejiangGuid(text: string) {
  const department = /^[0-9A-F]{32}[1-7]/u.test(text) ? text.slice(0, 32).toLowerCase() : undefined;
  const basic = splitBasicCode(text.slice(33));
  if (!department || !basic) return undefined;
  const level = text.slice(32, 33);
  const segments: ZhejiangGuidSegments = { kind: 'ZJ_45', department, level, basic };
  return { normalized: `${department}${level}${basic.code}`, segments, problems: basicProblems(basic) };
}

function implementationHead(text: string) {
  const basic = splitBasicCode(text.slice(19));
  if (!basic || !/^[0-9A-Z]{18}\d/u.test(text)) return undefined;
  return { organisation: text.slice(0, 18), level: text.slice(18, 19), basic };
}

function implementationProblems(
  text: string,
  { organisation, level, basic }: { organisation: string; level: string; basic: BasicCode },
): readonly Problem[] {
  const shape = '1234567'.includes(level) ? [] : [problem('CODE_02', { value: text })];
  return [...shape, ...basicProblems(basic), ...organisationCodeProblems(organisation)];
}

function basicProblems({ code, subItem }: BasicCode): readonly Problem[] {
  return subItem.endsWith('Y') && subItem !== '00Y' ? [problem('CODE_01', { value: code })] : [];
}
