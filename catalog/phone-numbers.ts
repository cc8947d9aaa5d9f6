/** A telephone number found in a text. */
export interface PhoneNumber {
  /** LANDLINE with area code, LOCAL without one, MOBILE, SERVICE 400/800, SHORT 12345, 110, 96xxx. */
  readonly kind: 'LANDLINE' | 'LOCAL' | 'MOBILE' | 'SERVICE' | 'SHORT';
  /** Digits only, the area code first, without country code. */
  readonly digits: string;
  /** Extension, digits. */
  readonly extension?: string;
}

const AREA = String.raw`0(?:10|2[0-57-9]|[3-9]\d{2})`;
const GAP = String.raw`[\s)\-–—―‐]{0,3}`;

/** 20240101 without an area code is a day; behind one it may be a number. */
const DAY = String.raw`20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)`;

/** In the order in which they are tried at each place; no digit may stand on either side. */
const PATTERN = new RegExp(
  String.raw`(?<![\d.@])(?:\(?\+?86\)?[\s-]?)?(?:` +
    [
      String.raw`(?<mobile>1[3-9]\d(?:[\s-]?\d{4}){2})`,
      String.raw`(?<service>[48]00[\s-]?(?:\d{3}[\s-]?\d{4}|\d{4}[\s-]?\d{3}))`,
      String.raw`\(?(?:(?<area>${AREA})${GAP}|(?!${DAY}))(?<number>[2-8]\d{6,7}|[2-8]\d{2,3}[\s-]\d{4})` +
        String.raw`(?:\s{0,4}(?:[-–—]|转|分机|ext\.?)\s{0,4}(?<extension>\d{1,6})(?!\d))?`,
      String.raw`(?<short>1(?:10|19|20|22)|1[0-2]\d{3}|9[56]\d{3,4})(?![-.]?\d|\s{0,4}[号室楼房栋幢元])`,
    ].join('|') +
    String.raw`)(?!\d)`,
  'giu',
);

/** Digits of web pages, mailboxes and chats; days and times of day are too short to be taken for a number. */
const OTHERS = /(?:https?:|www\.)[\w./?=&%#:-]+|(?<![\w.])[\w.]{1,64}@[\w.]+|(?:QQ|微信)\D{0,5}\d+/giu;

const bare = (text: string): string => text.replace(/\D/gu, '');

/**
 * The telephone numbers of a text, in its order: with area code in any of its spellings, mobile, 400, local, and short
 * ones such as 12345. Digits of web pages, mailboxes, days and times of day are left out.
 */
export const phoneNumbers = (text: string): readonly PhoneNumber[] =>
  [...text.normalize('NFKC').replace(OTHERS, ' ').matchAll(PATTERN)].map(({ groups = {} }) => {
    const { mobile, service, area, number, extension, short } = groups;
    if (mobile) return { kind: 'MOBILE', digits: bare(mobile) };
    if (service) return { kind: 'SERVICE', digits: bare(service) };
    if (short) return { kind: 'SHORT', digits: short };
    const digits = bare(`${area ?? ''}${number ?? ''}`);
    return { kind: area ? 'LANDLINE' : 'LOCAL', digits, ...(extension ? { extension } : {}) };
  });
