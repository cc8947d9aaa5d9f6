import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { z } from 'zod';
import { jsonIn } from '../catalog/json-in.ts';
import { tokenKeysIn } from '../gateway/config.ts';
import { KEY_ID, readKeySet } from '../gateway/tokens/key-set.ts';
import { UsageError } from './command.ts';

/** The one key new tokens are signed by, with the public half in the set. */
export interface SigningKey extends JWK {
  readonly kid: string;
}

export interface KeyFiles {
  /** The set of public keys a gateway reads. */
  readonly publicKeys: string;
  /** The private key, for its owner alone. */
  readonly privateKey: string;
}

/** Where the keys of a home are. */
export const keyFilesIn = (home: string): KeyFiles => ({
  publicKeys: tokenKeysIn(home),
  privateKey: join(home, 'keys', 'token-private.json'),
});

const absent = (error: NodeJS.ErrnoException): undefined => {
  if (error.code !== 'ENOENT') throw error;
};

/** The public keys there are, the oldest first. A file that a gateway would not take is not written on. */
export const readPublicKeys = async ({ publicKeys }: KeyFiles): Promise<readonly SigningKey[]> => {
  const text = await readFile(publicKeys, 'utf8').catch(absent);
  if (text === undefined) return [];
  const read = await readKeySet(text);
  if (read.kind === 'REFUSED')
    throw new Error(`${publicKeys} 不能用：${read.reason}。请改正它，或移走后重来。`);
  return (JSON.parse(text) as { readonly keys: readonly SigningKey[] }).keys;
};

/** Rights of others than the owner. */
const OTHERS = 0o077;

const octets = z.string().regex(/^[\w-]{43}$/u);

const privateKeySchema = z.looseObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  kid: z.string().regex(KEY_ID),
  x: octets,
  d: octets,
});

/** The key a text holds, if any. */
const privateKeyIn = (text: string): SigningKey | undefined => privateKeySchema.safeParse(jsonIn(text)).data;

/** The private key there is, whoever may read it; undefined where none was made, or the file holds something else. */
export const storedPrivateKey = async ({ privateKey }: KeyFiles): Promise<SigningKey | undefined> => {
  const text = await readFile(privateKey, 'utf8').catch(absent);
  return text === undefined ? undefined : privateKeyIn(text);
};

/** The key to sign by; undefined where none was made. One that others may read is none any more. */
export const readPrivateKey = async ({ privateKey }: KeyFiles): Promise<SigningKey | undefined> => {
  const text = await readFile(privateKey, 'utf8').catch(absent);
  if (text === undefined) return undefined;
  const key = privateKeyIn(text);
  if (key === undefined)
    throw new Error(`${privateKey} 里不是私钥：请移走它，用 zongheng keys new 另建一把。`);
  if (((await stat(privateKey)).mode & OTHERS) !== 0)
    throw new Error(
      `别的用户能读 ${privateKey}，这把私钥不可再用：请执行 chmod 600，用 zongheng keys new 另建，并用 zongheng keys remove ${key.kid} 去掉旧的。`,
    );
  return key;
};

/** Writes beside the file and puts it in place whole: who reads it meanwhile reads the old one. */
const replace = async (path: string, value: unknown, mode: number): Promise<void> => {
  const fresh = `${path}.new`;
  const file = await open(fresh, 'wx', mode).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
    throw new Error(`${fresh} 已在：另一个 zongheng keys 正在改密钥；若没有，请删去它再试。`);
  });
  try {
    await file.writeFile(`${JSON.stringify(value, null, 2)}\n`);
    await file.chmod(mode);
    await file.sync();
    await file.close();
    await rename(fresh, path);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
};

/**
 * Makes an EdDSA pair. Its public half joins the set before anything is signed by it; the older ones stay, so that
 * tokens out there go on.
 */
export const makeKeys = async (files: KeyFiles, kid: string): Promise<void> => {
  const folder = dirname(files.publicKeys);
  // The folder above holds the embedded database too, whose server may be another user.
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const before = await readPublicKeys(files);
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const said = { kid, alg: 'EdDSA', use: 'sig' };
  const keys = [...before, { ...(await exportJWK(pair.publicKey)), ...said }];
  const set = { keys };
  const read = await readKeySet(JSON.stringify(set));
  if (read.kind === 'REFUSED')
    throw new UsageError(`密钥已有 ${before.length} 个，放不下了；请先用 zongheng keys remove 去掉不用的。`);
  await replace(files.publicKeys, set, 0o644);
  await replace(files.privateKey, { ...(await exportJWK(pair.privateKey)), ...said }, 0o600);
};

/** Takes a public key out of the set: no token signed by it is taken any more. False where there is none. */
export const removeKey = async (files: KeyFiles, kid: string): Promise<boolean> => {
  const before = await readPublicKeys(files);
  const keys = before.filter((key) => key.kid !== kid);
  if (keys.length === before.length) return false;
  await replace(files.publicKeys, { keys }, 0o644);
  const own = await storedPrivateKey(files);
  if (own?.kid === kid) await rm(files.privateKey);
  return true;
};
