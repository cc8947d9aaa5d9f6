import { base64url } from '../../support/tokens.ts';
import type { Forgery } from './forged-signatures.ts';
import type { ForgingGround, Json } from './forging-ground.ts';

const bearer = (token: string): string => `Bearer ${token}`;

const saying =
  (change: (ground: ForgingGround) => Json, key: keyof ForgingGround['keys'] = 'ed') =>
  (ground: ForgingGround) =>
    bearer(ground.signed({ ...ground.header, ...change(ground) }, ground.claims, ground.keys[key]));

const edited =
  (edit: (token: string, ground: ForgingGround) => string | readonly string[]) => (ground: ForgingGround) =>
    edit(ground.signed(ground.header, ground.claims), ground);

/** The text of a JSON object with one more member in front, which repeats one of its own. */
const repeating = (value: Json, name: string, other: unknown): string =>
  JSON.stringify(value).replace('{', `{${JSON.stringify(name)}:${JSON.stringify(other)},`);

const ownKey = ({ keys }: ForgingGround): Json => ({
  ...keys.otherEd.export({ format: 'jwk' }),
  d: undefined,
  kid: 'ed',
});

/** Tokens, most of them well signed, whose header or form is not of our kind. */
export const FORGED_HEADERS: readonly Forgery[] = [
  ['a key from an address', saying(() => ({ jku: 'https://evil.example/jwks.json' }), 'otherEd')],
  ['a key from an address beside our signature', saying(() => ({ jku: 'https://evil.example/jwks.json' }))],
  ['a key of its own', saying((ground) => ({ jwk: ownKey(ground) }), 'otherEd')],
  ['a key of its own beside our signature', saying((ground) => ({ jwk: ground.jwks.ed }))],
  ['a certificate of its own', saying(() => ({ x5c: ['MIIB'] }), 'otherEd')],
  ['a certificate beside our signature', saying(() => ({ x5c: ['MIIB'] }))],
  ['a certificate from an address', saying(() => ({ x5u: 'https://evil.example/c.pem' }))],
  ['the digest of a certificate', saying(() => ({ x5t: 'AAAA' }))],
  ['an extension that must be understood', saying(() => ({ crit: ['exp'], exp: 1 }))],
  ['an empty list of extensions', saying(() => ({ crit: [] }))],
  ['a payload that is not encoded', saying(() => ({ b64: false, crit: ['b64'] }))],
  ['a payload that is encoded, as it says', saying(() => ({ b64: true }))],
  ['a compressed payload', saying(() => ({ zip: 'DEF' }))],
  ['a token within', saying(() => ({ cty: 'JWT' }))],
  ['a member nobody knows', saying(() => ({ trust: true }))],
  ['the path of a file as key', saying(() => ({ kid: '../../../../dev/null' }))],
  ['a path that leads to a key', saying(() => ({ kid: './ed' }))],
  ['SQL as key', saying(() => ({ kid: "ed' union select 'k" }))],
  ['an unknown key', saying(() => ({ kid: 'ed2' }))],
  ['a key of every object', saying(() => ({ kid: '__proto__' }))],
  ['no key named', saying(() => ({ kid: undefined }))],
  ['an empty name of a key', saying(() => ({ kid: '' }))],
  ['a number as key', saying(() => ({ kid: 0 }))],
  ['keys in a list', saying(() => ({ kid: ['ed'] }))],
  ['the type of an identity', saying(() => ({ typ: 'JWT' }))],
  ['another type', saying(() => ({ typ: 'dpop+jwt' }))],
  ['no type', saying(() => ({ typ: undefined }))],
  ['a type that begins alike', saying(() => ({ typ: 'at+jwt2' }))],
  [
    'the key named twice',
    ({ signed, header, claims }) => bearer(signed(repeating(header, 'kid', 'ec'), claims)),
  ],
  [
    'the key named twice, spelt in two ways',
    ({ signed, header, claims }) =>
      bearer(signed(JSON.stringify(header).replace('{', '{"k\\u0069d":"ec",'), claims)),
  ],
  [
    'the algorithm named twice',
    ({ signed, header, claims }) => bearer(signed(repeating(header, 'alg', 'none'), claims)),
  ],
  [
    'a header that is a list',
    ({ signed, header, claims }) => bearer(signed(JSON.stringify([header]), claims)),
  ],
  ['a header that is no JSON', ({ signed, claims }) => bearer(signed('{"alg":"EdDSA"', claims))],
  [
    'a header with a mark of byte order',
    ({ signed, header, claims }) => bearer(signed(`\ufeff${JSON.stringify(header)}`, claims)),
  ],
  [
    'the form of JSON',
    edited((token) => bearer(base64url(JSON.stringify({ payload: token.split('.')[1] })))),
  ],
  ['two parts', edited((token) => bearer(token.split('.').slice(0, 2).join('.')))],
  ['four parts', edited((token) => bearer(`${token}.AAAA`))],
  ['five parts, as if it were encrypted', edited((token) => bearer(`${token}.AAAA.AAAA`))],
  ['no header', edited((token) => bearer(token.replace(/^[^.]+/u, '')))],
  ['padding', edited((token) => bearer(`${token}==`))],
  ['padding within', edited((token) => bearer(token.replace('.', '=.')))],
  [
    'stray bits at the end',
    edited((token) =>
      bearer(token.slice(0, -1) + String.fromCharCode(token.charCodeAt(token.length - 1) + 1)),
    ),
  ],
  ['the other alphabet', edited((token) => bearer(token.replace(/[\w-]$/u, '+')))],
  ['white space within', edited((token) => bearer(token.replace('.', ' .')))],
  ['a comma behind', edited((token) => bearer(`${token},`))],
  ['two tokens in one header', edited((token) => `Bearer ${token}, Bearer ${token}`)],
  ['two headers', edited((token) => [bearer(token), bearer(token)])],
  ['a good header behind an empty one', edited((token) => ['', bearer(token)])],
  ['a good header behind one of another scheme', edited((token) => ['Basic eDp5', bearer(token)])],
  ['another scheme', edited((token) => `Basic ${token}`)],
  ['no scheme', edited((token) => token)],
  ['the scheme without a space', edited((token) => `Bearer${token}`)],
  ['the scheme alone', () => 'Bearer '],
  ['nothing', () => ''],
  ['nothing but words', () => 'Bearer zhang-san-0123456789'],
  ['9 KB', ({ signed, header, claims }) => bearer(signed(header, { ...claims, more: 'x'.repeat(7_000) }))],
  ['1 MB', edited((token) => bearer(`${token}${'A'.repeat(1_000_000)}`))],
];
