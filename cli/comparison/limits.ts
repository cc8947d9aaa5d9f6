import type { Authority } from '../../comparison/authority.ts';
import { areComparable, codeSpaces } from '../../comparison/code-scheme.ts';
import type { ListResult } from '../../comparison/compare-authority.ts';
import { namesLevels } from '../../comparison/compare-lists.ts';
import { COMPARED_ELEMENTS } from '../../comparison/compared-elements.ts';
import type { ComparedItem, ComparedList } from '../../comparison/compared-item.ts';
import { states } from '../../comparison/element-value.ts';
import { isNoService } from '../../comparison/list-membership.ts';
import { namesFewLevels } from '../../comparison/rules/cmp-03-beyond-reference.ts';
import { isBlankCompared } from '../../comparison/stated-elements.ts';
import type { NotMatched } from './matched-lists.ts';
import type { Limit, LimitCode } from './report.ts';

/** An element that fewer of the items fill tells mostly of those that leave it empty. */
const FEW = 0.5;

type Said = Omit<Limit, 'code' | 'list' | 'reference'>;

const counted = (items: readonly ComparedItem[], is: (item: ComparedItem) => boolean) => ({
  count: items.filter(is).length,
  of: items.length,
});

/** 2192 项都, or 2192 项中，2070 项. */
const share = ({ count, of }: Pick<Limit, 'count' | 'of'>): string =>
  count === of ? `${of} 项都` : `${of} 项中，${count} 项`;

/** 行使层级 tells whether an item is owed at all. */
const noLevels = ({ key, items }: ComparedList): Said => {
  const numbers = counted(items, (item) => !namesLevels(item));
  const beyond = namesFewLevels(items) ? '；清单多出的权力事项也不能断定超出，只作提示（CMP-03）' : '';
  return {
    ...numbers,
    text: `参考目录 ${key} 的 ${share(numbers)}没有写行使层级，看不出是否由本级行使：没有确定认领的，只作提示（CMP-02、CMP-27）${beyond}`,
  };
};

const noType = ({ key, items }: ComparedList): Said => {
  const numbers = counted(items, ({ itemType }) => itemType === 'UNRECOGNISED');
  return {
    ...numbers,
    text: `清单 ${key} 的 ${share(numbers)}没有写事项类型，或者认不出：是不是权力、该列入哪份清单，都不判断`,
  };
};

const noService = ({ key, items }: ComparedList): Said => {
  const numbers = counted(items, isNoService);
  return {
    ...numbers,
    text: `参考目录 ${key} 的 ${share(numbers)}是不应出具、不得索要或者已经取消的证明（按事项类型的写法），不是可以认领的事项，不要求认领`,
  };
};

const noDepartment = ({ key, items }: ComparedList): Said => {
  const numbers = counted(items, ({ departmentFunctions }) => departmentFunctions.length === 0);
  return {
    ...numbers,
    text: `清单 ${key} 的 ${share(numbers)}没有写实施主体，或者认不出是什么部门：它们不算任何部门的报送（CMP-27）`,
  };
};

const neverMatched = (
  { matchedIn, changedIn }: NotMatched,
  list: ComparedList,
  catalog: ComparedList,
): Said => ({
  count: list.items.length,
  of: list.items.length,
  text:
    matchedIn === undefined
      ? `清单 ${list.key} 还没有与参考目录 ${catalog.key} 匹配过：清单的事项算“未比对”，参考目录的“未认领”不足为凭；请先运行 zongheng match`
      : `清单 ${list.key} 与参考目录 ${catalog.key} 上一次匹配在版次 ${matchedIn}，版次 ${changedIn} 又有变动：变动的部分还没有匹配；请先运行 zongheng match`,
});

const notCompared = ({ list, catalog, comparison }: ListResult): Said => ({
  count: comparison.notCompared.length,
  of: list.items.length,
  text: `清单 ${list.key} 的 ${list.items.length} 项中，${comparison.notCompared.length} 项没有与参考目录 ${catalog.key} 比对：发布之后还没有匹配过，或者区划不在这个省，或者不是市、县、乡镇、村级的事项，有没有对应不知道`,
});

/** Elements that the reference writes, by how many items of the list fill them. */
const filled = ({ list, catalog }: ListResult) =>
  COMPARED_ELEMENTS.REFERENCE.filter(({ element }) =>
    catalog.items.some(({ elements }) => states(elements, element)),
  ).map((field) => ({
    field,
    count: list.items.filter(({ elements }) => states(elements, field.element)).length,
  }));

type Filled = ReturnType<typeof filled>[number];

const namesOf = (found: readonly Filled[]): string =>
  found.map(({ field, count }) => `${field.chinese}（${count} 项）`).join('、');

const noPlace = (result: ListResult): Said => {
  const all = filled(result);
  const none = all.filter(({ count }) => count === 0);
  const names = none.map(({ field }) => field.chinese).join('、');
  return {
    count: none.length,
    of: all.length,
    text: `参考目录 ${result.catalog.key} 写有的 ${all.length} 个要素中，${none.length} 个清单 ${result.list.key} 没有这一列，或者全都没有填，不比：${names}`,
  };
};

/** What a guide leaves out is incomplete, not different, however many leave it out. */
const ofItems = (result: ListResult) => filled(result).filter(({ field }) => field.owner === 'item');

const rarelyFilled = (result: ListResult): Said => {
  const { items, key, stated } = result.list;
  const all = ofItems(result);
  const rare = all.filter(({ field, count }) => count > 0 && !stated.has(field.element));
  return {
    count: rare.length,
    of: all.length,
    text: `清单 ${key} 的 ${items.length} 项中，下列要素只有个别事项填了，只比填了的，空着的不算不同：${namesOf(rare)}`,
  };
};

const fewFilled = (result: ListResult): Said => {
  const { items, key, stated } = result.list;
  const all = ofItems(result);
  const few = all.filter(({ field, count }) => isBlankCompared(field, stated) && count < items.length * FEW);
  return {
    count: few.length,
    of: all.length,
    text: `清单 ${key} 的 ${items.length} 项中，下列要素不到一半填了，空着的与参考目录比算不同：${namesOf(few)}`,
  };
};

const otherScheme = ({ list, catalog }: ListResult): Said => {
  const theirs = codeSpaces(catalog.items);
  const samples = theirs.map(({ first }) => first);
  const others = list.items.filter((item) => !samples.some((one) => areComparable(item, one)));
  const own = codeSpaces(others).map(({ name, count }) => `${name} ${count} 项`);
  return {
    count: samples.length === 0 ? 0 : others.length,
    of: list.items.length,
    text: `清单 ${list.key} 的 ${list.items.length} 项中，${others.length} 项的基本编码与参考目录的编码规则（${theirs.map(({ name }) => name).join('、')}）不同，编码不能对照，不算改动：${own.join('、')}`,
  };
};

/** 89 项，都, or 77 项，其中 57 项. */
const ofThem = (all: number, some: number): string =>
  some === all ? `${all} 项，都` : `${all} 项，其中 ${some} 项`;

const waiting = (authority: Authority, { list, catalog, comparison }: ListResult): Said => {
  const ids = new Set(catalog.items.map(({ id }) => id));
  const links = list.items.flatMap(({ id }) =>
    authority.links
      .from('REFERENCE', id)
      .filter(({ isSettled, relation, rightId }) => !isSettled && relation !== 'RELATED' && ids.has(rightId)),
  );
  const items = new Set(links.map(({ leftId }) => leftId)).size;
  const only = comparison.waiting.length;
  const owed = new Set(links.map(({ rightId }) => rightId));
  const unanswered = comparison.rows.filter(
    ({ reference, adoption }) => adoption.state === 'UNANSWERED' && owed.has(reference.id),
  ).length;
  return {
    count: links.length,
    of: links.length,
    text: `清单 ${list.key} 与参考目录 ${catalog.key} 之间有 ${links.length} 条疑似的对应等人审定。涉及清单 ${ofThem(items, only)}没有确定的对应，算“待审定”；涉及参考目录 ${ofThem(owed.size, unanswered)}没有确定的认领，算“未认领”${unanswered < owed.size ? '，其余是主项，或者另有状态' : ''}。审定之前不算认领，也不算多出`,
  };
};

/**
 * What the data cannot tell (数据限制), each in numbers; only what applies. `compared` are the lists of the report beside
 * their references.
 */
export function limitsOf(
  authority: Authority,
  compared: readonly ListResult[],
  unmatched: readonly NotMatched[],
): readonly Limit[] {
  const references = [...new Set(compared.map(({ catalog }) => catalog))];
  const lists = [...new Set(compared.map(({ list }) => list))];
  const ofPair = (code: LimitCode, said: (result: ListResult) => Said) =>
    compared.map((result) => ({
      code,
      list: result.list.key,
      reference: result.catalog.key,
      ...said(result),
    }));
  const matching = compared.flatMap(({ list, catalog }) => {
    const found = unmatched.find(
      (one) => one.listId === list.catalogId && one.referenceId === catalog.catalogId,
    );
    if (found === undefined) return [];
    return [
      {
        code: 'NOT_MATCHED',
        list: list.key,
        reference: catalog.key,
        ...neverMatched(found, list, catalog),
      } as const,
    ];
  });
  return [
    ...matching,
    ...references.map((one) => ({ code: 'NO_LEVELS', reference: one.key, ...noLevels(one) }) as const),
    ...references.map((one) => ({ code: 'NO_SERVICE', reference: one.key, ...noService(one) }) as const),
    ...ofPair('WAITING', (result) => waiting(authority, result)),
    ...ofPair('NOT_COMPARED', notCompared),
    ...ofPair('NO_PLACE', noPlace),
    ...ofPair('RARELY_FILLED', rarelyFilled),
    ...ofPair('FEW_FILLED', fewFilled),
    ...ofPair('OTHER_CODE_SCHEME', otherScheme),
    ...lists.map((one) => ({ code: 'NO_TYPE', list: one.key, ...noType(one) }) as const),
    ...lists.map((one) => ({ code: 'NO_DEPARTMENT', list: one.key, ...noDepartment(one) }) as const),
  ].filter(({ count }) => count > 0);
}
