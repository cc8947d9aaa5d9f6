import { type DemoProgress, writeDemo } from '../demo/write-demo.ts';
import { type Command, EXIT, type Terminal, textOption, UsageError } from './command.ts';

/** A line every two seconds: what is being written and how many rows there are. */
const tellProgress = (terminal: Terminal) => {
  let told = performance.now();
  return ({ files, rows, name }: DemoProgress): void => {
    if (performance.now() - told < 2_000) return;
    told = performance.now();
    terminal.tell(`正在生成 ${name}：${files} 个文件，${rows} 行`);
  };
};

export const demo: Command = {
  name: 'demo',
  summary: '把演示省份写成文件，附真值标注',
  help: `用法：zongheng demo --size small|province --out 目录 [--seed 整数]

生成一个虚构的省：参考目录、市县乡村各级清单、办事指南，附 manifest.json（各文件的导入参数）与 truth.jsonl（真值标注）。
同样的参数生成同样的字节。province 约 150 万事项，供测量用。

例：
  zongheng demo --size small --out 演示`,
  options: { size: { type: 'string' }, out: { type: 'string' }, seed: { type: 'string' } },
  run: async (terminal, values) => {
    const size = textOption(values, 'size') ?? 'small';
    const out = textOption(values, 'out');
    if (size !== 'small' && size !== 'province') throw new UsageError('--size 应为 small 或 province。');
    if (out === undefined) throw new UsageError('请用 --out 给出目录。');
    const seed = Number(textOption(values, 'seed') ?? '1');
    if (!Number.isSafeInteger(seed)) throw new UsageError('--seed 应为整数。');
    const manifest = await writeDemo({ size, out, seed, onProgress: tellProgress(terminal) });
    const rows = manifest.files.reduce((sum, entry) => sum + entry.rows, 0);
    terminal.tell(`已写入 ${out}：${manifest.files.length} 个文件，${rows} 行。`);
    return EXIT.DONE;
  },
};
