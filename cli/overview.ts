import { SETTINGS } from '../gateway/config.ts';
import type { Command } from './command.ts';

/** What `zongheng --help` prints: every command, every environment variable, the exit codes. */
export const overview = (commands: readonly Command[]): string => {
  const width = Math.max(...commands.map((command) => command.name.length));
  const settingWidth = Math.max(...SETTINGS.map((setting) => setting.name.length));
  return [
    '纵横（Zongheng）：全省政务服务事项目录的统一查询端点',
    '',
    '用法：zongheng <命令> [参数]',
    '',
    '命令：',
    ...commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    '',
    '环境变量：',
    ...SETTINGS.map((setting) => `  ${setting.name.padEnd(settingWidth)}  ${setting.help}`),
    '',
    '退出码：0 完成；1 失败；2 用法有误；3 完成，但数据有问题',
    '',
    '例：',
    '  zongheng start                                启动，首次启动载入演示省份',
    '  zongheng import 目录.csv --list my-list --level COUNTY --region 511602 --kind POWER --name 权力清单',
    '  zongheng publish --note "首次发布"',
    '',
  ].join('\n');
};
