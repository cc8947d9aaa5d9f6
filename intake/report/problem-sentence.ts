import { PROBLEMS, type Problem, type ProblemCode } from '../../catalog/problems.ts';

/** A problem's sentence without the place it begins with, for where it stands beside that place. */
export const sentenceOf = ({ message }: Problem): string =>
  message.replace(/^(?:文件“[^”]*”)?(?:工作表“[^”]*”)?(?:单元格 [^\s：]+|第 \d+ 行)?：/u, '');

/** The sentence of a rule where none of its findings is at hand, without what each of them would name. */
const generalSentence = (code: ProblemCode): string => PROBLEMS[code].template.replace(/\{\w+\}/gu, '…');

/** A sentence for each rule: that of its first finding, beside which other findings name other values. */
export const sentencesOfRules = (
  problems: readonly Problem[],
): ((code: ProblemCode, count: number) => string) => {
  const first = new Map<ProblemCode, string>();
  for (const found of problems) if (!first.has(found.code)) first.set(found.code, sentenceOf(found));
  return (code, count) => {
    const example = first.get(code);
    if (example === undefined) return generalSentence(code);
    return count > 1 && /\{\w+\}/u.test(PROBLEMS[code].template) ? `如：${example}` : example;
  };
};
