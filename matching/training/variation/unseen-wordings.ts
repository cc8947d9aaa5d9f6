import { splice, spoilable, wrongCharacter } from './seen-wordings.ts';
import { HOMOPHONES, STRANGE_WORDS } from './word-pairs.ts';
import { type Draw, type Wording, withOther } from './wording.ts';

const INSERTED = ['相关', '有关', '各类', '具体', '所有', '专项'] as const;
const ACT = /^([^对（、]{4,})(变更|注销|延续|补办|补发|核发|登记|认定|给付|年审|申领|打印|查询)$/u;
const AROUND_JOINT = /(\p{Script=Han}{2})、(\p{Script=Han}{2})(?=、|\p{Script=Han}{2})/u;

const inserted = (name: string, draw: Draw): string | undefined => {
  const at = spoilable(name, draw);
  return at === undefined || at < 2 ? undefined : splice(name, at, 0, draw.pick(INSERTED));
};

const reordered = (name: string): string | undefined => {
  const penalty = /^对(.+)的(处罚|监督检查|奖励)$/u.exec(name);
  if (penalty !== null) return `${penalty[2]}${penalty[1]}`;
  const situation = /^(.{4,})（([^（）]{2,4})）$/u.exec(name);
  if (situation !== null) return `（${situation[2]}）${situation[1]}`;
  const act = ACT.exec(name);
  if (act !== null) return `${act[2]}${act[1]}`;
  return AROUND_JOINT.test(name) ? name.replace(AROUND_JOINT, '$2、$1') : undefined;
};

const noisy = (name: string, draw: Draw): string | undefined => {
  if (name.length < 10) return undefined;
  const [first, second] = [spoilable(name, draw), spoilable(name, draw)];
  if (first === undefined || second === undefined || Math.abs(first - second) < 2) return undefined;
  return splice(splice(name, first, 1, wrongCharacter(draw)), second, 1, wrongCharacter(draw));
};

/** Ways of writing nothing has been taught by: what a stranger's list may bring. For evaluation alone. */
export const UNSEEN_WORDINGS: readonly Wording[] = [
  { kind: '语序', write: reordered },
  { kind: '词库外同义词', write: (name, draw) => withOther(name, STRANGE_WORDS, draw) },
  { kind: '两处错字', slips: true, write: noisy },
  { kind: '插词', write: inserted },
  {
    kind: '叠词',
    write: (name, draw) => {
      const at = spoilable(name, draw);
      return at === undefined ? undefined : splice(name, at, 0, name.slice(at, at + 2));
    },
  },
  {
    kind: '同音字',
    slips: true,
    write: (name, draw) => {
      const found = HOMOPHONES.filter(([right]) => name.includes(right));
      if (found.length === 0) return undefined;
      const [right, wrong] = draw.pick(found);
      return name.replace(right, wrong);
    },
  },
];
