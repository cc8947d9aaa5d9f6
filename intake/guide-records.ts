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
  setsAside,
  sourceOf,
  stored,
  textOf,
} from './record-maker.ts';
import type { NamedRow } from './row.ts';
import { rowProblems } from './row-checks.ts';
import { levelOf, officeOutside, regionOf } from './row-region.ts';

/** Makes the guide of a row of a guide collection; which item it speaks of is found when it is published. */
export const guideRecords = (maker: RecordMaker, row: NamedRow, ordinal: number): RecordResult => {
  const name = textOf(row.core['name']);
  if (name === undefined) return namelessRow(maker, row, 'guide');
  const codes = codesOfRow(row);
  const region = regionOf(maker, row);
  const place = levelOf(maker, row);
  const department = textOf(row.core['organisationName']);
  const identity = rowIdentity(maker, row, [
    codes.implementationCode,
    codes.basicCode,
    name,
    department,
    region.code,
  ]);
  const elements = guideElements(row);
  const rest = leftovers(row, codes, region.other);
  const itemElements = { ...row.item, ...legalBasesOf(row) };
  const problems = withLongLists(
    row,
    [elements, itemElements, rest],
    [
      ...row.problems,
      ...identity.problems,
      ...region.problems,
      ...officeOutside(maker, row, codes, region),
      ...rowProblems(maker, row, name, codes, place.level),
    ],
  );
  const guideId = stableId('guide', maker.list.catalogId, identity.key);
  if (setsAside(problems, maker.strict)) return { rows: [], problems, quarantined: true, itemId: guideId };
  const content = {
    catalog_id: maker.list.catalogId,
    item_code_key: codes.codeKey,
    item_name_key: maker.words.name(name),
    item_region_code: region.code,
    precedence: 0,
    guide_name: name,
    elements: { ...elements, itemElements, ...rest },
  };
  const source = sourceOf(maker, row, identity.key);
  const beside = { guide_id: guideId, ordinal, source, problems: stored(problems) };
  return {
    rows: [draftRow('guide.guide', guideId, content, beside)],
    problems,
    quarantined: false,
    itemId: guideId,
  };
};
