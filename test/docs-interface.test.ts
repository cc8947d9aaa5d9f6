import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLEnumType, isEnumType, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { ROLES } from '../catalog/authority/writer.ts';
import { ERROR_CODES } from '../catalog/error-codes.ts';
import { PROBLEMS } from '../catalog/problems.ts';
import { WATCHED_VARIABLES } from '../cli/floors/unsafe-process.ts';
import { TRAIL_ACTIONS } from '../db/record-trail.ts';
import { SETTINGS } from '../gateway/config.ts';
import { CONNECTION_LIMITS } from '../gateway/http/connection-limits.ts';
import { LANES } from '../gateway/lanes.ts';
import { createMetrics } from '../gateway/plugins/metrics.ts';
import { REFUSAL_REASONS } from '../signing/verifier.ts';
import { codeSpans, ROOT, readDocument, readDocuments, shellLines } from './support/documents.ts';

const documents = readDocuments();
const schema = buildSchema(readFileSync(join(ROOT, 'schema/api.graphql'), 'utf8'));
const enums = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLEnumType => isEnumType(type) && !type.name.startsWith('__'),
);

describe('the interface in the documents', () => {
  const queries = documents.flatMap(({ path, blocks }) =>
    blocks.filter(({ language }) => language === 'graphql').map(({ text }) => ({ path, text })),
  );

  test('queries are shown in both READMEs and in the guide to integration', () => {
    const paths = queries.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['README.md', 'README.zh-CN.md', 'docs/integrate.md']));
  });

  test.each(queries)('$path: $text', ({ text }) => {
    expect(validate(schema, parse(text)).map(({ message }) => message)).toEqual([]);
  });

  test('queries inside shell blocks are valid too', () => {
    const bodies = documents.flatMap(shellLines).flatMap((line) => / -d '(\{.*\})'/u.exec(line)?.[1] ?? []);
    expect(bodies.length).toBeGreaterThan(2);
    for (const body of bodies) expect(validate(schema, parse(JSON.parse(body).query))).toEqual([]);
  });

  test('JSON blocks are JSON', () => {
    const blocks = documents.flatMap(({ blocks }) => blocks.filter(({ language }) => language === 'json'));
    expect(blocks.length).toBeGreaterThan(3);
    for (const { text } of blocks) expect(() => JSON.parse(text)).not.toThrow();
  });

  test('JSON Lines blocks are a JSON object a line', () => {
    const blocks = documents.flatMap(({ blocks }) => blocks.filter(({ language }) => language === 'jsonl'));
    const lines = blocks.flatMap(({ text }) => text.trim().split('\n'));
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(JSON.parse(line)).toEqual(expect.any(Object));
  });

  test.each(enums.map((type) => [type.name, type] as const))(
    'the glossary has every value of %s',
    (name, type) => {
      const glossary = readDocument('docs/glossary.md').text;
      const [, after = ''] = glossary.split(new RegExp(`^### .*\`${name}\`$`, 'mu'));
      const symbols = [...(after.split(/^#/mu)[0] ?? '').matchAll(/^\| [^|]+ \| `(\w+)` \|/gmu)].map(
        ([, word]) => word,
      );
      expect(symbols).toEqual(expect.arrayContaining(type.getValues().map((value) => value.name)));
    },
  );

  test('capital words are values of the schema, codes or variables', () => {
    const known = new Set([
      ...enums.flatMap((type) => type.getValues().map(({ name }) => name)),
      ...ERROR_CODES.map(({ code }) => code),
      ...Object.keys(PROBLEMS),
      ...SETTINGS.map(({ name }) => name),
      ...ROLES,
      ...TRAIL_ACTIONS,
      ...WATCHED_VARIABLES,
      ...REFUSAL_REASONS,
    ]);
    const spoken = ['README.md', 'README.zh-CN.md', 'docs/integrate.md', 'docs/model.md']
      .map(readDocument)
      .concat(documents.filter(({ path }) => path.startsWith('docs/operate/')))
      .flatMap(codeSpans)
      .filter((span) => /^[A-Z][A-Z_]+$/u.test(span));
    expect(spoken.length).toBeGreaterThan(30);
    expect(spoken.filter((word) => !known.has(word))).toEqual([]);
  });

  test('every reason to refuse a call between processes is explained', () => {
    const spans = codeSpans(readDocument('docs/operate/processes.md'));
    expect(REFUSAL_REASONS.filter((reason) => !spans.includes(reason))).toEqual([]);
  });

  test('the limits are those that are enforced', () => {
    const { OPEN: LIMITS } = LANES;
    const { prose } = readDocument('docs/integrate.md');
    const section = prose.split('## 限度')[1]?.split('\n## ')[0] ?? '';
    const told = [...section.matchAll(/^\| [^|]+ \| (\d+) \S+ \| `(\w+)` \|$/gmu)].map(([, n, code]) => [
      Number(n),
      code,
    ]);
    expect(told).toEqual([
      [LIMITS.bodyBytes, 'BODY_TOO_LARGE'],
      [LIMITS.characters, 'TOO_MANY_TOKENS'],
      [LIMITS.tokens, 'TOO_MANY_TOKENS'],
      [LIMITS.fields, 'TOO_MANY_TOKENS'],
      [LIMITS.selections, 'TOO_MANY_TOKENS'],
      [LIMITS.depth, 'TOO_DEEP'],
      [LIMITS.nesting, 'TOO_DEEP'],
      [LIMITS.textCharacters, 'BAD_USER_INPUT'],
      [LIMITS.elements, 'BAD_USER_INPUT'],
      [LIMITS.members, 'BAD_USER_INPUT'],
      [LIMITS.aliases, 'TOO_MANY_ALIASES'],
      [LIMITS.rootFields, 'TOO_MANY_ROOT_FIELDS'],
      [LIMITS.directives, 'TOO_MANY_DIRECTIVES'],
      [LIMITS.directivesAtOnce, 'TOO_MANY_DIRECTIVES'],
      [LIMITS.pageSize, 'PAGE_TOO_LARGE'],
      [LIMITS.cost, 'TOO_COSTLY'],
    ]);
  });

  test('the limits of connections are those that are enforced', () => {
    const section =
      readDocument('docs/operate/start.md').prose.split('## 连接的限度')[1]?.split('\n## ')[0] ?? '';
    const told = [...section.matchAll(/^\| ([^|]+) \| (\d+) \S+ \|$/gmu)].map(([, , n]) => Number(n));
    const { connections, headBytes, headers, headWithin, requestWithin, keptFor, takenWithin, takenBytes } =
      CONNECTION_LIMITS;
    expect(told).toEqual([connections, headBytes, headers, headWithin, requestWithin, keptFor, takenWithin]);
    expect(section).toContain(`读走 ${takenBytes} 字节`);
  });

  test('the metrics are those that are measured', async () => {
    const metrics = createMetrics(new Set());
    const measured = [...(await metrics.text()).matchAll(/^# TYPE (\w+)/gmu)].map(([, name]) => name);
    metrics.close();
    const told = codeSpans(readDocument('docs/operate/processes.md')).filter((span) =>
      /^zongheng_/u.test(span),
    );
    expect([...told].sort()).toEqual([...measured].sort());
  });
});
