import type { GraphQLResolveInfo } from 'graphql';
import { rememberedMaterials } from '../../catalog/materials/canonical-material.ts';
import type { Reference, SubgraphContext } from '../context.ts';
import { sharedItemTypes } from '../item-fields.ts';
import type { GuideLoaders } from './loaders.ts';
import { GUIDE_LISTS, type GuideRow } from './queries.ts';

type Context = SubgraphContext<GuideLoaders>;
type Keys = { readonly id: string; readonly itemId: string };

const lists = Object.fromEntries(
  GUIDE_LISTS.map((list) => [list, ({ elements }: GuideRow) => elements[list]]),
);

const guideOfItem = {
  guide: ({ id }: { id: string }, _args: unknown, { loaders }: Context, info: GraphQLResolveInfo) =>
    loaders.byItemId(id, info),
};

const canonicalOf = rememberedMaterials();

type Named = { readonly name?: string };

/** Told when it is asked for rather than stored: a better vocabulary is no change of anybody's list. */
const canonical = (part: 'name' | 'key') => (material: Named) =>
  material.name === undefined ? null : canonicalOf(material.name)[part];

/** How the guide subgraph answers. */
export const guideResolvers = {
  ...sharedItemTypes,
  ReferenceItem: guideOfItem,
  CountyItem: guideOfItem,
  TownshipItem: guideOfItem,
  Material: { canonicalName: canonical('name'), canonicalKey: canonical('key') },
  Guide: {
    ...lists,
    itemElements: ({ elements }: GuideRow) => elements['itemElements'],
    problems: (guide: GuideRow) => guide.problems ?? [],
    __resolveReference: ({ id, itemId }: Reference<Keys>, { loaders }: Context, info: GraphQLResolveInfo) =>
      id === undefined ? loaders.byItemId(itemId ?? '', info) : loaders.byId(id, info),
  },
};
