import { base64url, everywhere } from '../../support/tokens.ts';
import type { Forgery } from './forged-signatures.ts';
import { type ForgingGround, type Json, NOW, signatureBy } from './forging-ground.ts';

const saying = (change: Json) => (ground: ForgingGround) =>
  `Bearer ${ground.signed(ground.header, { ...ground.claims, ...change })}`;

const text = (of: (claims: Json) => string) => (ground: ForgingGround) =>
  `Bearer ${ground.signed(ground.header, of(ground.claims))}`;

const repeating = (name: string, other: unknown) =>
  text((claims) => JSON.stringify(claims).replace('{', `{${JSON.stringify(name)}:${JSON.stringify(other)},`));

const CLAIMS = ['iss', 'aud', 'sub', 'jti', 'iat', 'nbf', 'exp', 'grants'] as const;

const [GRANT] = everywhere('OPERATOR');
const granting = (over: object, ...others: readonly unknown[]) =>
  saying({ grants: [{ ...GRANT, ...over }, ...others] });

/** Tokens signed by the right key that say what is not to be taken. */
export const FORGED_CLAIMS: readonly Forgery[] = [
  ...CLAIMS.map((name): Forgery => [`no ${name}`, saying({ [name]: undefined })]),
  ...CLAIMS.map((name): Forgery => [`null as ${name}`, saying({ [name]: null })]),
  ...CLAIMS.map((name): Forgery => [`an object as ${name}`, saying({ [name]: {} })]),
  ...CLAIMS.map((name): Forgery => [`${name} twice`, repeating(name, 'x')]),
  [
    'the subject twice, spelt in two ways',
    text((claims) => JSON.stringify(claims).replace('{', '{"s\\u0075b":"李四",')),
  ],
  ['an end within a second', saying({ exp: NOW + 3_600.5 })],
  ['a beginning before all time', saying({ nbf: -1 })],
  ['an end further than numbers are told apart', saying({ exp: 2 ** 53 })],
  ['no audience in a list', saying({ aud: [] })],
  ['expired', saying({ exp: NOW - 31 })],
  ['long expired', saying({ iat: 1, nbf: 1, exp: 2 })],
  ['not valid yet', saying({ nbf: NOW + 31 })],
  ['issued in the future', saying({ iat: NOW + 31 })],
  ['valid too long', saying({ exp: NOW + 91 * 86_400 })],
  ['valid for ever', text((claims) => JSON.stringify(claims).replace(/"exp":\d+/u, '"exp":1e999'))],
  ['ended before it began', saying({ nbf: NOW + 10, exp: NOW + 5 })],
  ['an end as text', saying({ exp: String(NOW + 3_600) })],
  ['another issuer', saying({ iss: 'https://issuer.example.evil' })],
  ['the issuer with a slash', saying({ iss: 'https://issuer.example/' })],
  ['issuers in a list', saying({ iss: ['https://issuer.example'] })],
  ['another audience', saying({ aud: 'hub-2' })],
  ['the audience among others', saying({ aud: ['other', 'hub'] })],
  ['the audience in another case', saying({ aud: 'Hub' })],
  ['an empty subject', saying({ sub: '' })],
  ['a subject over two lines', saying({ sub: '张三\n李四' })],
  ['a subject that turns the line around', saying({ sub: '张三\u202e' })],
  ['a subject with half a character', text((claims) => JSON.stringify(claims).replace('张三', '\\ud800'))],
  ['a subject of 101 characters', saying({ sub: 'x'.repeat(101) })],
  ['an empty id', saying({ jti: '' })],
  ['an id of two words', saying({ jti: 'a b' })],
  ['an id of 129 characters', saying({ jti: 'x'.repeat(129) })],
  ['a list as claims', text((claims) => JSON.stringify([claims]))],
  ['text as claims', text((claims) => JSON.stringify(JSON.stringify(claims)))],
  ['no JSON as claims', text((claims) => JSON.stringify(claims).slice(0, -1))],
  ['JSON with a comment', text((claims) => `${JSON.stringify(claims)}//`)],
  ['no claims', text(() => '')],
  ['claims behind a mark of byte order', text((claims) => `\ufeff${JSON.stringify(claims)}`)],
  [
    'bytes that are no text',
    ({ header, claims, keys }) => {
      const body = Buffer.concat([
        Buffer.from(JSON.stringify(claims).slice(0, -1)),
        Buffer.from(',"x":"\xff"}', 'latin1'),
      ]);
      const input = `${base64url(JSON.stringify(header))}.${base64url(body)}`;
      return `Bearer ${input}.${base64url(signatureBy(keys.ed)(Buffer.from(input)))}`;
    },
  ],
  ['the prototype as claims', text((claims) => `{"__proto__":${JSON.stringify(claims)}}`)],
  ['an empty list of grants', saying({ grants: [] })],
  ['a role nobody knows', granting({ role: 'ADMIN' })],
  ['a role in another case', granting({ role: 'operator' })],
  ['roles in a list', granting({ role: ['OPERATOR'] })],
  ['every region', granting({ region: '*' })],
  ['a short region', granting({ region: '33' })],
  ['a region of no province', granting({ region: '001000000000' })],
  ['a number as region', granting({ region: 331022000000 })],
  ['a region of another length', granting({ region: '331' })],
  ['a region with a line behind', granting({ region: '331022000000\n' })],
  ['a region in wide digits', granting({ region: '３３１０２２００００００' })],
  ['a region by its name', granting({ region: '浙江省' })],
  ['a role of every object', granting({ role: 'constructor' })],
  ['a level of every object', granting({ levels: ['toString'] })],
  ['a level nobody knows', granting({ levels: ['COUNTY', 'PLANET'] })],
  ['every level', granting({ levels: ['*'] })],
  ['no level', granting({ levels: [] })],
  ['a level twice', granting({ levels: ['COUNTY', 'COUNTY'] })],
  ['a level beside a list', granting({ levels: 'COUNTY' })],
  ['a member more in a grant', granting({ all: true })],
  ['a place twice', granting({}, { ...GRANT, levels: ['COUNTY'] })],
  [
    'a member of a grant twice',
    text((claims) => JSON.stringify(claims).replace('"role":', '"role":"AUDITOR","role":')),
  ],
  ['a good grant beside a bad one', granting({}, { role: 'ADMIN' })],
  [
    '33 grants',
    saying({
      grants: Array.from({ length: 33 }, (_, at) => ({
        role: 'OPERATOR',
        region: `3310220000${10 + at}`,
        levels: ['COUNTY'],
      })),
    }),
  ],
  ['grants as an object', saying({ grants: { 0: GRANT, length: 1 } })],
];
