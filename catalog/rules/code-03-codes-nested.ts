import { type Problem, problem } from '../problems.ts';
import { basicCodeOf, implementationOf, implementationText } from './record-codes.ts';
import type { Rule } from './rule.ts';

/** The implementation code ends with the basic code, and the handling-item code begins with the implementation code. */
export const CODE_03_CODES_NESTED: Rule = ({ basicCode, implementationCode, handlingItemCode }) => {
  const basic = basicCodeOf(basicCode);
  const inner = implementationOf(implementationCode)?.basic;
  const implementation = implementationText(implementationCode);
  const outer = implementationText(handlingItemCode);
  const found: Problem[] = [];
  if (basic && inner && basic.code !== inner.code) {
    found.push(
      problem('CODE_03', {
        field: 'implementationCode',
        title: '实施编码',
        value: inner.code,
        other: basic.code,
      }),
    );
  }
  if (implementation && outer && implementation !== outer) {
    const place = { field: 'handlingItemCode', title: '业务办理项编码' };
    found.push(problem('CODE_03', { ...place, value: outer, other: implementation }));
  }
  return found;
};
