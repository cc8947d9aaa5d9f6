import { subjectSchema, tokenIdSchema } from '../catalog/authority/person.ts';
import { momentInChina } from '../catalog/day-in-china.ts';
import { listRevocations, type Revoked, revoke as revokeIn } from '../db/revocations.ts';
import { type Command, EXIT, textOption, UsageError, type Values } from './command.ts';
import { openFromEnvironment } from './open-from-environment.ts';
import { operatorName } from './operator.ts';
import { tabLine } from './tab-line.ts';

const LONGEST_REASON = 1_000;

/** What is to be revoked; undefined where nothing is named. */
const revokedOf = (values: Values): Revoked | undefined => {
  const tokenId = textOption(values, 'token')?.trim();
  const subject = textOption(values, 'subject')?.trim();
  if (tokenId !== undefined && subject !== undefined)
    throw new UsageError('--token 与 --subject 只能给一个。');
  if (tokenId !== undefined) {
    if (!tokenIdSchema.safeParse(tokenId).success)
      throw new UsageError(
        '--token 应为令牌的标识（jti），即 zongheng token 写在标准错误输出的那个，不是令牌本身。',
      );
    return { kind: 'TOKEN', tokenId };
  }
  if (subject === undefined) return undefined;
  if (!subjectSchema.safeParse(subject).success) throw new UsageError('--subject 应为持有人，1 到 100 字。');
  return { kind: 'SUBJECT', subject };
};

const reasonOf = (values: Values): string => {
  const reason = textOption(values, 'reason')?.trim() ?? '';
  if (reason.length > LONGEST_REASON) throw new UsageError(`--reason 不能超过 ${LONGEST_REASON} 字。`);
  return reason;
};

const sentence = (revoked: Revoked, isNew: boolean): string => {
  if (revoked.kind === 'SUBJECT')
    return `已吊销 ${revoked.subject} 此前的全部令牌，立即生效；此后半分钟内签发的也一直无效，要重新发放请等半分钟。`;
  return isNew
    ? `已吊销令牌 ${revoked.tokenId}，立即生效；请与发放时所示的标识核对，抄错的标识什么也没有吊销。`
    : `令牌 ${revoked.tokenId} 早已吊销。`;
};

export const revoke: Command = {
  name: 'revoke',
  summary: '吊销令牌，或列出已吊销的',
  help: `用法：zongheng revoke [--token 标识 | --subject 姓名] [--reason 原因]

吊销一个令牌（标识即 jti），或一个人此前的全部令牌，立即生效：下一次写入、下一次受保护的查询就被拒绝，不必重启。
吊销记在数据库里，由谁吊销记在留痕里；不能撤销；要让人再写，请用 zongheng token 另发令牌（吊销一个人后须过半分钟）。
什么也不给则列出已吊销的，新的在前：时刻（北京时间）、令牌标识或姓名、原因。

例：
  zongheng revoke --token 令牌标识 --reason 遗失
  zongheng revoke --subject 张三 --reason 调岗
  zongheng revoke
令牌标识是发放时 zongheng token 写在标准错误输出的“标识”；用它写入过的，zongheng trail --json 的 tokenId 里也有。
发放的令牌不留底，所以标识抄错了也会照吊销；不知道标识的，用 --subject。`,
  options: { token: { type: 'string' }, subject: { type: 'string' }, reason: { type: 'string' } },
  run: async (terminal, values) => {
    const revoked = revokedOf(values);
    const reason = reasonOf(values);
    if (revoked === undefined && values['reason'] !== undefined)
      throw new UsageError('请用 --token 或 --subject 说明吊销什么。');
    const database = await openFromEnvironment(terminal);
    try {
      if (revoked !== undefined) {
        const by = { now: terminal.now(), reason, operator: operatorName() };
        const isNew = await revokeIn(database.sql, revoked, by);
        terminal.tell(sentence(revoked, isNew));
        return EXIT.DONE;
      }
      const all = await listRevocations(database.sql);
      if (all.length === 0) terminal.tell('还没有吊销过。');
      for (const row of all)
        terminal.out(tabLine([momentInChina(row.revokedAt), row.tokenId ?? row.subject, row.reason]));
      return EXIT.DONE;
    } finally {
      await database.close();
    }
  },
};
