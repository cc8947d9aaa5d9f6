import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import { LONGEST_LIFE, writerOfClaims } from '../catalog/authority/claims.ts';
import { momentInChina } from '../catalog/day-in-china.ts';
import { type Command, EXIT, type Terminal, textOption, UsageError, type Values } from './command.ts';
import { grantOf, grantWords } from './grant-words.ts';
import { tokenConfig } from './open-from-environment.ts';
import { keyFilesIn, readPrivateKey, readPublicKeys, type SigningKey } from './token-key-files.ts';

const USUAL_LIFE = 30;
const SECONDS_A_DAY = 86_400;

const daysOption = (values: Values): number => {
  const text = textOption(values, 'days') ?? String(USUAL_LIFE);
  const days = Number(text);
  if (!/^\d+$/u.test(text) || days < 1 || days > LONGEST_LIFE)
    throw new UsageError(`--days 应为 1 到 ${LONGEST_LIFE} 的整数；给出的是“${text}”。`);
  return days;
};

const grantsOption = ({ grant }: Values) => {
  if (!Array.isArray(grant) || grant.length === 0)
    throw new UsageError('请用 --grant 给出授权，例如 --grant REVIEWER@331022:COUNTY,TOWNSHIP，可以给几次。');
  return grant.map((text) => grantOf(String(text)));
};

/** The key to sign by, which is in the set that the gateway of this environment reads. */
const signingKey = async ({ home, tokens }: ReturnType<typeof tokenConfig>): Promise<SigningKey> => {
  const files = keyFilesIn(home);
  const key = await readPrivateKey(files);
  if (key === undefined) throw new Error(`没有签名的私钥 ${files.privateKey}；请先执行 zongheng keys new。`);
  const isOwn = tokens.path === files.publicKeys;
  const known = await readPublicKeys({ ...files, publicKeys: tokens.path });
  if (known.some(({ kid }) => kid === key.kid)) return key;
  const remedy = isOwn
    ? '请执行 zongheng keys new'
    : `环境变量 TOKEN_KEYS 指向它：请把 ${files.publicKeys} 里的公钥放进去，或去掉这个变量`;
  throw new Error(`${tokens.path} 里没有密钥 ${key.kid}，令牌不会被接受；${remedy}。`);
};

/** What the token says, after the hub's own reading of it. */
const claimsOf = (terminal: Terminal, values: Values) => {
  const { tokens } = tokenConfig(terminal);
  const subject = textOption(values, 'subject')?.trim();
  if (subject === undefined || subject === '')
    throw new UsageError('请用 --subject 给出持有人，例如 --subject 张三。');
  const now = new Date(terminal.now());
  const issuedAt = Math.floor(now.getTime() / 1000);
  const claims = {
    iss: tokens.issuer,
    aud: tokens.audience,
    sub: subject,
    jti: randomUUID(),
    iat: issuedAt,
    nbf: issuedAt,
    exp: issuedAt + daysOption(values) * SECONDS_A_DAY,
    grants: grantsOption(values),
  };
  if (writerOfClaims(claims, { issuer: tokens.issuer, audience: tokens.audience, now }).kind === 'WRITER')
    return claims;
  throw new UsageError(
    '持有人或授权不可用：持有人 1 到 100 字，不含换行等看不见的字符；同一角色和区划只能给一次，授权至多 32 项。',
  );
};

export const token: Command = {
  name: 'token',
  summary: '给一个人发放写入用的令牌',
  help: `用法：zongheng token --subject 姓名 --grant 角色@区划[:层级,…] [--grant …] [--days 天数]

用 zongheng keys new 建立的私钥签一个令牌，写在标准输出；标识（jti）、到期时刻（北京时间）和授权写在标准错误输出。
令牌不留底，请记下标识：吊销这一个令牌要用它。
角色：PROPOSER 提请对应关系；REVIEWER 审定对应关系，裁定他人的提请；OPERATOR 要求匹配运行；AUDITOR 查看提请。
区划为 2、4、6、9 或 12 位数字，含其全部下级，00 为全国；层级不写则为全部层级。--days 默认 ${USUAL_LIFE}，至多 ${LONGEST_LIFE}。
令牌谁拿着谁就能用：请经安全的途径交给本人；遗失、调岗用 zongheng revoke 吊销。

例：
  zongheng token --subject 张三 --grant REVIEWER@331022:COUNTY,TOWNSHIP
  zongheng token --subject 李四 --grant PROPOSER@331022 --grant AUDITOR@3310 --days 7 > li-si.token`,
  options: {
    subject: { type: 'string' },
    grant: { type: 'string', multiple: true },
    days: { type: 'string' },
  },
  run: async (terminal, values) => {
    const claims = claimsOf(terminal, values);
    const key = await signingKey(tokenConfig(terminal));
    const signed = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: key.kid })
      .sign(await importJWK(key, 'EdDSA'));
    terminal.out(`${signed}\n`);
    terminal.tell(
      `持有人 ${claims.sub}　标识 ${claims.jti}　到期 ${momentInChina(new Date(claims.exp * 1000).toISOString())}`,
    );
    for (const grant of claims.grants) terminal.tell(`授权 ${grantWords(grant)}`);
    return EXIT.DONE;
  },
};
