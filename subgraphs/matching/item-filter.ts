import { chineseOf, codeOf, enumerate } from '../../catalog/enumerations.ts';
import { type RegionRange, regionRangeOf } from '../region-range.ts';

/** The input ItemFilter as GraphQL hands it over. */
export interface ItemFilterInput {
  readonly search?: string | null;
  readonly level?: readonly string[] | null;
  readonly region?: string | null;
  readonly kind?: readonly string[] | null;
  readonly type?: readonly string[] | null;
  readonly department?: string | null;
  readonly topic?: string | null;
  readonly audience?: readonly string[] | null;
  readonly state?: readonly string[] | null;
}

/** The conditions on an item's own columns; one that is undefined asks for nothing. */
export interface ItemConditions {
  readonly levels: readonly string[] | undefined;
  readonly region: RegionRange | undefined;
  readonly kinds: readonly string[] | undefined;
  readonly types: readonly string[] | undefined;
  readonly organisations: readonly string[] | undefined;
  readonly topics: readonly string[] | undefined;
  readonly audiences: readonly string[] | undefined;
  readonly states: readonly string[] | undefined;
}

const TOPIC_LISTS = ['NaturalPersonTopic', 'LegalPersonTopic'] as const;

/**
 * Every way a topic may be written down: the text itself, and for the topics it names (a code may name one for
 * natural persons and another for legal persons) symbol, label and code.
 */
export const topicSpellings = (text: string): readonly string[] => {
  const found = TOPIC_LISTS.flatMap((list) => {
    const value = enumerate(list, text);
    if (!('symbol' in value)) return [];
    const others = [chineseOf(list, value.symbol), codeOf(list, value.symbol, 'PLATFORM')];
    return [value.symbol, ...others.filter((spelling) => spelling !== undefined)];
  });
  return [...new Set([text.trim(), ...found])];
};

/** The conditions of a filter; the organisations a department means are looked up before. */
export const conditionsOf = (
  filter: ItemFilterInput,
  organisations: readonly string[] | undefined,
): ItemConditions => ({
  levels: filter.level ?? undefined,
  region: regionRangeOf(filter.region),
  kinds: filter.kind ?? undefined,
  types: filter.type ?? undefined,
  organisations,
  topics: filter.topic == null ? undefined : topicSpellings(filter.topic),
  audiences: filter.audience ?? undefined,
  states: filter.state ?? undefined,
});
