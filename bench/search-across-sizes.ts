import { loadDemo } from '../cli/load-demo.ts';
import { SIZES } from '../demo/sizes.ts';
import { readSupergraph } from '../gateway/composed-files.ts';
import { startGateway } from '../gateway/main.ts';
import type { Benchmark } from './benchmarks.ts';
import { quantile } from './spread.ts';
import { withTemporaryDatabase } from './temporary-database.ts';

const QUERY = `query ($search: String!, $region: ID) {
  items(filter: { search: $search, region: $region }, first: 20) { nodes { id name level region { id } } }
}`;

/** One and two characters, words, several words, the beginnings of codes, and words that nothing bears. */
const WORDS = [
  '证',
  '养老',
  '登记',
  '备案',
  '许可',
  '补贴',
  '医保',
  '残疾',
  '户口',
  '养老 登记',
  '医疗 保险',
  '农村 土地',
  '再生育',
  '居民身份证',
  '城乡居民养老保险参保登记',
  '食品经营许可',
  '律师执业',
  '低保',
  '公租房',
  '就业',
  '8820',
  '11880121',
  '88',
  '不存在的词',
];

/** A tenth of the province's counties, and the whole of it: about 150,000 and 1,500,000 items. */
const SIZES_OF_SEARCH = {
  tenth: { ...SIZES.province, cities: 1 },
  province: SIZES.province,
};

const ROUNDS = 10;

const measure = async (url: string): Promise<number[]> => {
  const taken: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const search of WORDS) {
      for (const region of [null, '880121000000']) {
        const begun = performance.now();
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query: QUERY, variables: { search, region } }),
        });
        const answer = (await response.json()) as { errors?: unknown };
        if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
        // The first round compiles documents and fills the server's buffers.
        if (round > 0) taken.push(performance.now() - begun);
      }
    }
  }
  return taken;
};

/** Search through the whole hub: milliseconds at the median, p95 and the slowest, at two sizes. */
export const searchAcrossSizes: Benchmark = async (tell, words) => {
  const result: Record<string, string> = {};
  const medians: number[] = [];
  const sizes = words.includes('--tenth') ? (['tenth'] as const) : (['tenth', 'province'] as const);
  for (const size of sizes) {
    await withTemporaryDatabase(async (sql, databaseUrl) => {
      const begun = performance.now();
      await loadDemo(sql, '2026-01-01T00:00:00Z', tell, {
        size: 'province',
        parameters: SIZES_OF_SEARCH[size],
      });
      const loaded = (performance.now() - begun) / 1000;
      await sql`analyze`;
      const [items] = await sql<{ count: number }[]>`
        select count(*)::int as count from matching.item where to_release = 2147483647`;
      const count = items?.count ?? 0;
      tell(`${count} 项，载入 ${loaded.toFixed(0)} 秒`);
      const config = { host: '127.0.0.1', port: 0, logLevel: 'warn', subgraphUrls: {} } as const;
      const mode = { kind: 'HUB', databaseUrl } as const;
      const gateway = await startGateway({ config, supergraphSdl: await readSupergraph(), mode });
      try {
        const taken = await measure(gateway.url);
        medians.push(quantile(taken, 0.5));
        const figures = [0.5, 0.95, 1].map((share) => quantile(taken, share).toFixed(1));
        result[`${count} 项：中位、p95、最慢（毫秒）`] = figures.join('、');
        result[`${count} 项：载入与发布（秒）`] = loaded.toFixed(0);
      } finally {
        await gateway.close();
      }
    });
  }
  if (medians.length === 2) result['增长指数'] = Math.log10((medians[1] ?? 0) / (medians[0] ?? 1)).toFixed(2);
  return result;
};
