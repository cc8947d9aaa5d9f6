import { beyondValueBounds, type ValueBounds } from '../../cost/value-bounds.ts';
import { Refusal } from '../refusal.ts';

type Variables = Readonly<Record<string, unknown>>;

/** Longer than any name that a document would give; other keys are not sent back. */
const TELLABLE_NAME = /^[_A-Za-z]\w{0,79}$/u;

/**
 * Refuses variables that are beyond a bound, and says which of them, with the figure that is too large. They are looked
 * at a second time for it, so that whatever is within the bounds is looked at once.
 */
export const variablesRefusal = (
  beyond: keyof ValueBounds,
  variables: Variables,
  bounds: ValueBounds,
): Refusal => {
  const named = Object.entries(variables);
  if (beyond === 'members' && named.length > bounds.members)
    return new Refusal('BAD_USER_INPUT', {
      says: `变量有 ${named.length} 个，一个对象的上限为 ${bounds.members} 个成员`,
      help: HELP.members,
    });
  // Within a list of one it lies as deep as it does among the variables.
  const found = named.find(([, value]) => beyondValueBounds([value], bounds) === beyond);
  const [name = '', value] = found ?? [];
  const where = TELLABLE_NAME.test(name) ? `变量 $${name} ` : '变量';
  if (beyond === 'nesting')
    return new Refusal('TOO_DEEP', {
      says: `${where}的嵌套超过上限，上限为 ${bounds.nesting} 层`,
      help: '减少列表和对象的嵌套。',
    });
  const { says, unit } = WORDS[beyond];
  const figure = `${says}有 ${figureOf(value, beyond, bounds[beyond])} ${unit}`;
  return new Refusal('BAD_USER_INPUT', {
    says: `${where}里${figure}，一个${says}的上限为 ${bounds[beyond]} ${unit}`,
    help: HELP[beyond],
  });
};

type Counted = Exclude<keyof ValueBounds, 'nesting'>;

const WORDS: Readonly<Record<Counted, { readonly says: string; readonly unit: string }>> = {
  elements: { says: '列表', unit: '个元素' },
  members: { says: '对象', unit: '个成员' },
  textCharacters: { says: '文本值', unit: '个字符' },
};

const HELP: Readonly<Record<Counted, string>> = {
  elements: '把列表拆开，分批发送。',
  members: '只给接口定义所有的成员；更多的内容分批发送。',
  textCharacters: '缩短文本，或把内容分批发送。',
};

/** The figure of the first part that is beyond a bound, level by level as the bounds are looked at. */
const figureOf = (value: unknown, kind: Counted, most: number): number => {
  for (let level = [value]; level.length > 0; level = level.flatMap(partsOf))
    for (const part of level) {
      const figure = sizeOf(part, kind);
      if (figure > most) return figure;
    }
  return most;
};

const partsOf = (value: unknown): readonly unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value) : [];

const sizeOf = (value: unknown, kind: Counted): number => {
  if (typeof value === 'string') return kind === 'textCharacters' ? value.length : 0;
  if (Array.isArray(value)) return kind === 'elements' ? value.length : 0;
  return kind === 'members' ? partsOf(value).length : 0;
};
