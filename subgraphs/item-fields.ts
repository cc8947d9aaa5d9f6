import { describeSegments } from '../catalog/codes/describe.ts';
import { type ParsedCode, parseCode } from '../catalog/codes/parse.ts';
import { isCodeScheme } from '../catalog/codes/schemes.ts';
import type { LifecycleState } from '../catalog/enumerations.ts';
import { lifecycleStateAt } from '../catalog/states.ts';
import type { SubgraphContext } from './context.ts';
import type { Item, ItemCore } from './item-row.ts';
import { typeOfId } from './type-of-id.ts';

/** The item's main code, read in the scheme it was stored under. */
const codeOf = ({ implementationCode, basicCode, localCode, codeKey }: ItemCore): ParsedCode | null => {
  const raw = implementationCode ?? basicCode ?? localCode;
  if (raw === null) return null;
  const scheme = codeKey?.slice(0, codeKey.indexOf(':')) ?? '';
  return isCodeScheme(scheme) ? parseCode(raw, scheme) : parseCode(raw);
};

const stateOf = ({ taskState, planEffectiveDate, planCancelDate }: ItemCore, today: string): LifecycleState =>
  lifecycleStateAt(
    {
      state: taskState as LifecycleState,
      planEffectiveDate: planEffectiveDate ?? undefined,
      planCancelDate: planCancelDate ?? undefined,
    },
    today,
  );

/** The resolvers of the fields that every subgraph shows of an item; the others bear the names of its columns. */
export const coreItemFields = {
  name: (item: ItemCore) => item.taskName,
  code: codeOf,
  catalog: (item: ItemCore) => ({ id: item.catalogId }),
  region: (item: ItemCore) => ({ id: item.regionCode }),
  organisation: (item: ItemCore) => item.organisationId && { id: item.organisationId },
  state: (item: ItemCore, _args: unknown, { today }: SubgraphContext) => stateOf(item, today),
};

/** The names of those fields, `id` aside: what a subgraph has to read a row for. */
export const CORE_FIELDS = [...Object.keys(coreItemFields), 'level', 'kind', 'itemType'] as const;

/** The resolvers of an item's fields in its own subgraph. */
export const itemFields = {
  ...coreItemFields,
  problems: (item: Item) => item.problems ?? [],
};

/** The resolvers of what hangs on items and of the interfaces, the same wherever items are shown. */
export const sharedItemTypes = {
  Code: { segments: (code: ParsedCode) => describeSegments(code.segments) },
  ServiceItem: { __resolveType: (item: { readonly id: string }) => typeOfId(item.id) },
  Node: { __resolveType: (node: { readonly id: string }) => typeOfId(node.id) },
};
