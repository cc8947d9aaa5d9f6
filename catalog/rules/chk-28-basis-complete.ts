import { type LegalBasis, parseLegalBases } from '../legal-basis.ts';
import { type CheckedItem, defineCheck, type Finding } from './check.ts';
import { quoted } from './quoted.ts';
import { blockOf, hasColumn, textOf } from './record-values.ts';

const SOURCE = '武陵源区通知三、附件 2 备注 3（依据的名称、具体条款及内容）';

const PROBLEMS = {
  CHK_28: {
    severity: 'ERROR',
    template:
      '依据“{value}”没有写出法律、法规或者文件的名称（加书名号）和文号，也没有说明理由；无文件依据的，请说明该事项是经常性、常态化、为群众认可的公共服务。',
    source: SOURCE,
  },
  CHK_28_MISSING: {
    severity: 'ERROR',
    template:
      '没有填写办理依据，请填写依据的名称、条款及内容；无文件依据的，请说明该事项是经常性、常态化、为群众认可的公共服务。',
    source: SOURCE,
  },
  CHK_28_NAME: {
    severity: 'WARNING',
    template: '依据{value}只有文号，没有文件名称，请补填。',
    source: SOURCE,
  },
  CHK_28_NUMBER: {
    severity: 'WARNING',
    template: '依据{value}是规范性文件，没有写文号，请补填。',
    source: SOURCE,
  },
  // A warning: the notice asks for clauses, but a law that as a whole creates a service has none to cite.
  CHK_28_CLAUSE: {
    severity: 'WARNING',
    template: '依据{value}没有写到具体条款，请补填第几条。',
    source: SOURCE,
  },
  CHK_28_CONTENT: {
    severity: 'WARNING',
    template: '依据{value}没有写条款内容，其他依据已经写明，请补填。',
    source: SOURCE,
  },
} as const;

type Code = keyof typeof PROBLEMS;

/** 会议纪要、公开承诺, and what is done every day and known to everybody: grounds without a document. */
const REASON =
  /经常性|常态化|制度化|群众(?:普遍)?认可|长期(?:开展|提供|坚持)|日常(?:工作|服务)|惯例|(?:已经|历来)(?:提供|开展)|(?:公开|服务)承诺|承诺书|会议纪要|三定|部门职[责能]|职责范围|职能配置/u;

/** Documents of party and government, told from one another by number; minutes may have none, and decisions of a people's congress are law. */
const DOCUMENT = /(?:意见|通知|方案|纲要|规划|函|批复|通告|措施|决定|要点)$/u;
const CONGRESS = /人民代表大会|人大常委会/u;
/** Laws, regulations and rules, told by clauses. */
const LAW = /(?:法|法典|条例|规定|办法|细则|规则)$/u;

/** What a basis is by its name, whatever stands in brackets (试行, 2018 年修正). */
const kindOf = ({ lawName }: LegalBasis): 'DOCUMENT' | 'LAW' | undefined => {
  if (lawName === undefined) return undefined;
  const name = lawName.replace(/\s{0,4}\([^()]*\)/gu, '');
  if (DOCUMENT.test(name) && !CONGRESS.test(lawName)) return 'DOCUMENT';
  return LAW.test(name) ? 'LAW' : undefined;
};

const nameOf = ({ lawName, lawNumber }: LegalBasis): string => lawName ?? lawNumber ?? '未写名称的依据';

const GAPS: readonly { readonly code: Code; readonly isGap: (basis: LegalBasis) => boolean }[] = [
  {
    code: 'CHK_28_NAME',
    isGap: ({ lawName, lawNumber }) => lawName === undefined && lawNumber !== undefined,
  },
  { code: 'CHK_28_NUMBER', isGap: (basis) => kindOf(basis) === 'DOCUMENT' && basis.lawNumber === undefined },
  {
    code: 'CHK_28_CLAUSE',
    isGap: (basis) => kindOf(basis) === 'LAW' && basis.clauseNumber === undefined,
  },
];

/** The bases of a record: those of its block, or else those its text names. */
const basesOf = (item: CheckedItem): readonly LegalBasis[] => {
  const block = blockOf(item, 'legalBases');
  if (block.length === 0) return parseLegalBases(textOf(item.item, 'legalBasisText'));
  return block.map((basis) => {
    const lawName = textOf(basis, 'lawName');
    const lawNumber = textOf(basis, 'lawNumber');
    const clauseNumber = textOf(basis, 'clauseNumber');
    const clauseContent = textOf(basis, 'clauseContent');
    // A source may put whole citations where the name belongs.
    const [read] = parseLegalBases(lawName);
    return {
      ...(lawName && { lawName }),
      ...read,
      ...(lawNumber && { lawNumber }),
      ...(clauseNumber && { clauseNumber }),
      ...(clauseContent && { clauseContent }),
    };
  });
};

const place = { field: 'legalBasisText', title: '设定依据' };

const withoutBasis = (item: CheckedItem): readonly Finding<Code>[] => {
  const text = textOf(item.item, 'legalBasisText');
  if (REASON.test(`${text}\n${textOf(item.item, 'remark')}`)) return [];
  if (text !== '') return [{ code: 'CHK_28', ...place, value: text.slice(0, 40) }];
  const asked = item.listKind === 'PUBLIC_SERVICE' && hasColumn(item, 'legalBasisText', 'legalBases');
  return asked ? [{ code: 'CHK_28_MISSING', ...place }] : [];
};

/** Wording is asked for where some bases of the record have it: a list that gives none has no column for it. */
const withoutContent = (bases: readonly LegalBasis[]): readonly Finding<Code>[] => {
  const without = bases.filter(({ clauseContent }) => clauseContent === undefined);
  if (without.length === 0 || without.length === bases.length) return [];
  return [{ code: 'CHK_28_CONTENT', ...place, value: quoted(without.map(nameOf)) }];
};

/** A basis has its name, clause and wording, a document its number; without any, the reason of established practice is given. */
export const CHK_28_BASIS_COMPLETE = defineCheck<Code>({
  problems: PROBLEMS,
  find: (item) => {
    const bases = basesOf(item);
    if (bases.length === 0) return withoutBasis(item);
    const gaps = GAPS.flatMap(({ code, isGap }) => {
      const names = bases.filter(isGap).map(nameOf);
      return names.length > 0 ? [{ code, ...place, value: quoted(names) }] : [];
    });
    return [...gaps, ...withoutContent(bases)];
  },
});
