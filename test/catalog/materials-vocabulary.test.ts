import { describe, expect, test } from 'vitest';
import { canonicalMaterial } from '../../catalog/materials/canonical-material.ts';
import { familyOf, PAPER_FAMILIES } from '../../catalog/materials/families.ts';
import { heldBy } from '../../catalog/materials/holders.ts';

describe.each(PAPER_FAMILIES.map((family) => [family.name, family] as const))('%s', (name, family) => {
  test('its name means itself', () => {
    expect(familyOf(name)?.id).toBe(family.id);
    expect(canonicalMaterial(name)).toEqual({ key: family.id, name, group: family.group });
  });

  test('its name cannot be taken for several papers or for somebody’s', () => {
    expect(name).not.toMatch(/[或、和及与/,;()（）]/u);
    expect(name).not.toMatch(/(?:原件|复印件|正本|副本|照片页|等)$/u);
  });

  test('the agent’s is another one, and stays it', () => {
    const held = canonicalMaterial(`代理人${name}`);
    expect(canonicalMaterial(held.name)).toEqual(held);
  });
});

test('every symbol stands for one family', () => {
  const ids = PAPER_FAMILIES.map((family) => family.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => /^[a-z]+(?:-[a-z]+)*$/u.test(id))).toBe(true);
});

test('no name of one family is a spelling of another', () => {
  const taken = PAPER_FAMILIES.filter((family) => familyOf(family.name) !== family).map(({ name }) => name);
  expect(taken).toEqual([]);
});

describe('holders', () => {
  test.each([
    ['委托代理人的身份证', '代理人', '身份证'],
    ['法定代表人或负责人身份证', '法定代表人', '身份证'],
    ['项目负责人身份证', '项目负责人', '身份证'],
    ['申请人所持护照', undefined, '护照'],
  ])('%s', (text, name, rest) => {
    expect(heldBy(text).some((held) => held.holder?.name === name && held.rest === rest)).toBe(true);
  });

  test('a paper without a holder has none', () => expect(heldBy('营业执照')).toEqual([]));
});

test('a cell of paragraphs is kept as it is, at once', () => {
  const long = `身份证复印件${'、户口簿（原件）'.repeat(20_000)}`;
  const started = performance.now();
  const found = canonicalMaterial(long);
  expect(found.key).toMatch(/^other:/u);
  // Generous: what must not happen is minutes of backtracking.
  expect(performance.now() - started).toBeLessThan(5000);
});
