import type { IncomingMessage } from 'node:http';
import { nestsBeyond } from '../../cost/value-bounds.ts';
import { Refusal } from '../refusal.ts';
import { notJson } from './json-fault.ts';

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** Reads the text of a JSON body of at most `limit` bytes. Throws a Refusal for another type, size or encoding. */
export const readText = (request: IncomingMessage, limit: number): Promise<string> =>
  ahead.get(request) ?? readNow(request, limit);

/** Reads it before it is known who will want it: `readText` gives the same afterwards. */
export const readAhead = (request: IncomingMessage, limit: number): Promise<string> => {
  const text = readNow(request, limit);
  ahead.set(request, text);
  return text;
};

const ahead = new WeakMap<IncomingMessage, Promise<string>>();

async function readNow(request: IncomingMessage, limit: number): Promise<string> {
  requireJson(request);
  const bytes = await readBytes(request, limit);
  try {
    return UTF8.decode(bytes);
  } catch (cause) {
    throw new Refusal('UNSUPPORTED_MEDIA_TYPE', '请求体不是 UTF-8', cause);
  }
}

/**
 * The value a body tells. Throws a Refusal for what is no JSON, and before anything is made of it for what nests more
 * than `nesting` deep: a hundred thousand lists in each other take ten milliseconds to be read, and as long to be freed.
 */
export function parseJson(text: string, nesting: number): unknown {
  if (nestsBeyond(text, nesting)) throw new Refusal('TOO_DEEP', `请求体嵌套超过上限，上限为 ${nesting} 层`);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Refusal('BAD_REQUEST', text === '' ? '请求体为空' : notJson('请求体', text, cause), cause);
  }
}

/**
 * Only `application/json` is taken: browsers send the other types across sites without asking first (CSRF),
 * and a compressed body could unpack to any size.
 */
function requireJson({ headers }: IncomingMessage): void {
  const [type, ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((one) => one.trim()).find((one) => one.startsWith('charset='));
  const utf8 = charset === undefined || /^charset="?utf-?8"?$/u.test(charset);
  if (type?.trim() !== 'application/json' || !utf8) throw new Refusal('UNSUPPORTED_MEDIA_TYPE');
  if ((headers['content-encoding'] ?? 'identity') !== 'identity')
    throw new Refusal('UNSUPPORTED_MEDIA_TYPE', {
      says: '不接受压缩的请求体',
      help: '不压缩，去掉请求头 Content-Encoding 再发送。',
    });
}

function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  const tooLarge = (): Refusal => new Refusal('BODY_TOO_LARGE', `上限为 ${limit} 字节`);
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else {
        request.removeAllListeners('data');
        reject(tooLarge());
      }
    });
    request.on('end', () => resolve(Buffer.concat(chunks, size)));
    request.on('error', (cause) =>
      reject(new Refusal('BAD_REQUEST', { says: '请求体没有送完', help: '检查网络后重新发送。' }, cause)),
    );
  });
}
