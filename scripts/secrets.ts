import { execFileSync, spawn } from 'node:child_process';
import { secretsIn } from './secret-patterns.ts';

/** Larger ones are figures and files to read in, which nobody writes a password into. */
const LARGEST = 1_000_000;

/** Every file of every commit, once for each content, with a path it had. */
const allFiles = (): ReadonlyMap<string, string> => {
  const objects = execFileSync('git', ['rev-list', '--objects', '--all'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const files = objects.split('\n').flatMap((line) => {
    const [, id, path] = /^([0-9a-f]{40,64}) (.+)$/u.exec(line) ?? [];
    return id === undefined || path === undefined || /package-lock\.json$/u.test(path)
      ? []
      : [[id, path] as const];
  });
  return new Map(files);
};

/** Hands each object's text over; folders and what is too large are left out. */
const readAll = async (ids: Iterable<string>, take: (id: string, text: string) => void): Promise<void> => {
  const git = spawn('git', ['cat-file', '--batch', '--buffer'], { stdio: ['pipe', 'pipe', 'inherit'] });
  git.stdin.end([...ids].map((id) => `${id}\n`).join(''));
  let rest = Buffer.alloc(0);
  for await (const piece of git.stdout) {
    rest = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    for (;;) {
      const end = rest.indexOf(10);
      if (end === -1) break;
      const [id = '', kind, size = ''] = rest.subarray(0, end).toString().split(' ');
      const next = end + 1 + Number(size) + 1;
      if (rest.length < next) break;
      if (kind === 'blob' && Number(size) <= LARGEST)
        take(id, rest.subarray(end + 1, next - 1).toString('utf8'));
      rest = rest.subarray(next);
    }
  }
};

/** `node scripts/secrets.ts`: looks for secrets in all that was ever committed; ends with 1 where there is one. */
const files = allFiles();
let looked = 0;
await readAll(files.keys(), (id, text) => {
  looked += 1;
  for (const { name, line } of secretsIn(text)) {
    process.stdout.write(`${files.get(id)}:${line}: ${name} (${id.slice(0, 12)})\n`);
    process.exitCode = 1;
  }
});
process.stderr.write(`查过 ${looked} 个文件的各个版本。\n`);
