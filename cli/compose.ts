import { compositionDrift, writeComposedFiles } from '../gateway/composed-files.ts';
import { type Command, EXIT } from './command.ts';

export const compose: Command = {
  name: 'compose',
  summary: '由各子图的 SDL 合成超图与公开模式',
  help: `用法：zongheng compose [--check]

由 schema/ 下各子图的 SDL 合成 schema/supergraph.graphql 与 schema/api.graphql。
--check 只核对已提交的文件是否与合成结果一致，不一致时退出码为 1。

例：
  zongheng compose --check`,
  options: { check: { type: 'boolean' } },
  run: async (terminal, values) => {
    const checking = values['check'] === true;
    const drifted = checking ? await compositionDrift() : await writeComposedFiles();
    for (const file of drifted) terminal.tell(`${checking ? '不一致' : '已更新'}：${file}`);
    if (drifted.length === 0) terminal.tell('超图与公开模式均为最新。');
    return checking && drifted.length > 0 ? EXIT.FAILED : EXIT.DONE;
  },
};
