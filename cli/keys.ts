import { randomBytes } from 'node:crypto';
import { dayInChina } from '../catalog/day-in-china.ts';
import { type Command, EXIT, type Terminal, UsageError } from './command.ts';
import { tokenConfig } from './open-from-environment.ts';
import { keyFilesIn, makeKeys, readPublicKeys, removeKey, storedPrivateKey } from './token-key-files.ts';

/** Named by the day it was made and by chance: no two of one name. */
const freshId = (now: string): string =>
  `${dayInChina(new Date(now)).replaceAll('-', '')}-${randomBytes(4).toString('hex')}`;

const makeNew = async (terminal: Terminal): Promise<void> => {
  const { home, tokens } = tokenConfig(terminal);
  const files = keyFilesIn(home);
  const kid = freshId(terminal.now());
  await makeKeys(files, kid);
  terminal.out(`${kid}\n`);
  terminal.tell(
    `公钥在 ${files.publicKeys}，网关一秒内看到；私钥在 ${files.privateKey}，只有本用户能读，请勿外传。`,
  );
  terminal.tell('此后发放的令牌用这把密钥签名；先前的令牌照旧有效。');
  if (tokens.isRequired && tokens.path !== files.publicKeys)
    terminal.tell(`提醒：环境变量 TOKEN_KEYS 指向 ${tokens.path}，请把新的公钥也放到那里。`);
};

const list = async (terminal: Terminal): Promise<void> => {
  const files = keyFilesIn(tokenConfig(terminal).home);
  const own = await storedPrivateKey(files);
  const keys = await readPublicKeys(files);
  if (keys.length === 0) terminal.tell('还没有密钥；请用 zongheng keys new 建立。');
  for (const { kid } of keys) terminal.out(`${kid}${kid === own?.kid ? '\t签发用' : ''}\n`);
};

const remove = async (terminal: Terminal, kid: string): Promise<void> => {
  const files = keyFilesIn(tokenConfig(terminal).home);
  if (!(await removeKey(files, kid)))
    throw new UsageError(`没有密钥“${kid}”；用 zongheng keys list 查看有哪些。`);
  terminal.tell(`已去掉密钥 ${kid}：网关一秒内不再接受用它签名的令牌。`);
};

export const keys: Command = {
  name: 'keys',
  summary: '建立、列出、去掉签发令牌的密钥',
  help: `用法：zongheng keys new | list | remove 密钥名

new 在 ZONGHENG_HOME 的 keys 目录里建立一对 EdDSA 密钥：公钥并入 tokens.json，供网关核对令牌；私钥写入
token-private.json，权限 0600，供 zongheng token 签名。先前的公钥留着，已发的令牌照旧有效，所以更换密钥不必停机。
list 列出公钥的名字，旧的在前。remove 去掉一把公钥：用它签名的令牌全部作废，私钥泄露时用。
网关在一秒内看到改动，不必重启。标准输出为密钥名。

例：
  zongheng keys new
  zongheng keys list
  zongheng keys remove 密钥名
密钥名照 zongheng keys list 所列的写，形如 年月日-8 位字符。`,
  options: {},
  mostWords: 2,
  run: async (terminal, _values, [act, kid, ...rest]) => {
    if (act === 'new' && kid === undefined) await makeNew(terminal);
    else if (act === 'list' && kid === undefined) await list(terminal);
    else if (act === 'remove' && kid !== undefined && rest.length === 0) await remove(terminal, kid);
    else
      throw new UsageError(
        '请说明做什么：zongheng keys new、zongheng keys list 或 zongheng keys remove 密钥名。',
      );
    return EXIT.DONE;
  },
};
