import { expect, test } from 'vitest';
import { workerEnvironment } from '../../cli/worker-environment.ts';

test('a process that does runs is told where the database is, and nobody’s token', () => {
  const needed = {
    DATABASE_URL: 'postgres://a/b',
    ZONGHENG_HOME: '.zongheng',
    LOG_LEVEL: 'debug',
    PATH: '/bin',
    TZ: 'Asia/Shanghai',
    LC_ALL: 'C',
    PGSSLMODE: 'require',
  };
  const others = {
    TOKEN_KEYS: '/etc/zongheng/tokens.json',
    PORT: '4000',
    AWS_SECRET_ACCESS_KEY: 'x',
    SUBGRAPH_GUIDE_URL: 'y',
  };
  expect(workerEnvironment({ ...needed, ...others })).toEqual(needed);
});
