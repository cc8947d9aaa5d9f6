import { codesOfRow } from './codes-of-row.ts';
import { draftRow } from './draft.ts';
import { guideElements, leftovers, legalBasesOf } from './guide-elements.ts';
import { stableId } from './identity.ts';
import { withLongLists } from './long-lists.ts';
import {
  namelessRow,
  type RecordMaker,
  type RecordResult,
  rowIdentity,
  sameNames,
  setsAside,
  sourceOf,
  stored,
  textOf,
} from './record-maker.ts';
import type { NamedRow } from './row.ts';
import { rowProblems } from './row-checks.ts';
import { levelOf, regionOf } from './row-region.ts';
import { itemTarget } from './targets.ts';

const ID_KINDS = {
  'reference.item': 'referenceItem',
  'county.item': 'countyItem',
  'township.item': 'townshipItem',
} as const;

/** Makes the item of a row, and beside it the guide that its columns amount to. */
export const itemRecords = (maker: RecordMaker, row: NamedRow, ordinal: number): RecordResult => {
  const name = textOf(row.core['name']);
  const place = levelOf(maker, row);
  const target = itemTarget(place.level);
  if (name === undefined) return namelessRow(maker, row, ID_KINDS[target]);
  const codes = codesOfRow(row);
  const region = regionOf(maker, row);
  const department = textOf(row.core['organisationName']);
  const identity = rowIdentity(maker, row, [
    codes.implementationCode,
    textOf(row.item['handlingItemCode']),
    codes.basicCode,
    codes.localCode,
    name,
    textOf(row.item['mainItemName']),
    department,
    region.code,
  ]);
  const nameKey = maker.words.name(name);
  const elements = { ...row.item, ...legalBasesOf(row), ...leftovers(row, codes, region.other) };
  const ofGuide = guideElements(row);
  const problems = withLongLists(
    row,
    [elements, ofGuide],
    [
      ...row.problems,
      ...(identity.problems.length > 0
        ? identity.problems
        : sameNames(maker, row, name, `${nameKey} ${region.code}`)),
      ...region.problems,
      ...place.problems,
      ...rowProblems(maker, row, name, codes, place.level),
    ],
  );
  const itemId = stableId(ID_KINDS[target], maker.list.catalogId, identity.key);
  if (setsAside(problems, maker.strict)) return { rows: [], problems, quarantined: true, itemId };
  const content = {
    catalog_id: maker.list.catalogId,
    level: place.level,
    kind: maker.list.kind,
    item_type: row.core['itemType'] ?? 'UNRECOGNISED',
    region_code: region.code,
    organisation_id:
      department === undefined
        ? undefined
        : maker.words.organisation(department, region.code, codes.organisationCode),
    task_name: name,
    name_key: nameKey,
    basic_code: codes.basicCode,
    implementation_code: codes.implementationCode,
    local_code: codes.localCode,
    basic_key: codes.basicKey,
    code_key: codes.codeKey,
    source_item_key: codes.sourceItemKey,
    task_state: row.core['state'] ?? 'IN_FORCE',
    plan_effective_date: row.item['planEffectiveDate'],
    plan_cancel_date: row.item['planCancelDate'],
    elements,
  };
  const source = sourceOf(maker, row, identity.key);
  const item = draftRow(target, itemId, content, {
    item_id: itemId,
    ordinal,
    source,
    problems: stored(problems),
  });
  const made = { problems, quarantined: false, itemId };
  if (Object.keys(ofGuide).length === 0) return { rows: [item], ...made };
  const guide = {
    catalog_id: maker.list.catalogId,
    item_id: itemId,
    precedence: 1,
    guide_name: name,
    elements: ofGuide,
  };
  // The item's own hash serves its guide as well: one hash less for each of 150,000 rows.
  const guideId = `gd_${itemId.slice(3)}`;
  return {
    rows: [item, draftRow('guide.guide', guideId, guide, { guide_id: guideId, ordinal, source })],
    ...made,
  };
};
