/** One law or document that a text rests on; a part the text does not give is missing. */
export interface LegalBasis {
  /** Without the book-title marks. */
  readonly lawName?: string;
  /** 国发〔2014〕8号, 国务院令第649号: year in 〔〕, no white space. */
  readonly lawNumber?: string;
  /** All clauses cited in a row, as written: 第二十条、第二十二条. */
  readonly clauseNumber?: string;
  readonly clauseContent?: string;
}

// Every repeat is bounded, here and below: cells come from strangers, and a run of blanks or numerals must not cost
// more than its length.
const NUMERAL = '[0-9０-９〇零一二三四五六七八九十百千]{1,12}';
const ONE_NUMBER = `[（(]?\\s{0,4}${NUMERAL}\\s{0,4}[)）]?`;
const CLAUSE = `第\\s{0,4}${ONE_NUMBER}(?:\\s{0,4}[、,，和至-]\\s{0,4}${ONE_NUMBER}){0,30}\\s{0,4}(?:条|款|项|目|章|节|编|部分|点)(?:之${NUMERAL})?`;
/** 第二十条、第二十二条; 第12条、13条. */
const CLAUSES = `${CLAUSE}(?:\\s{0,4}(?:[、,，和及与至到—~-]|以及)?\\s{0,4}${CLAUSE}|[、,，和]${ONE_NUMBER}条)*`;

/** A law's name may hold another's: 实施《土地管理法》办法, often with 〈〉 or <> inside. */
const TITLE = '《(?=\\s{0,4}[^《》\\s])(?:[^《》]|《[^《》]{0,200}》){1,400}》';
const YEAR = '(?:19|20)\\d{2}';
const DOCUMENT_NUMBER = `\\p{Script=Han}{2,20}?\\s{0,4}[〔\\[［【（(﹝]\\s{0,4}${YEAR}\\s{0,4}年?\\s{0,4}[〕\\]］】）)﹞]\\s{0,4}(?:第|字第)?\\s{0,4}\\d{1,4}\\s{0,4}号`;
const ORDER_NUMBER = `\\p{Script=Han}{0,24}?(?:令|公告|通告)\\s{0,4}(?:[（(〔]?${YEAR}\\s{0,4}年?[）)〕]?\\s{0,4})?第?\\s{0,4}${NUMERAL}\\s{0,4}号`;
const NUMBER = `(?:${DOCUMENT_NUMBER}|${ORDER_NUMBER})`;
/** A law without title marks counts only where a clause follows it: 中华人民共和国社会保险法第二十条. */
const BARE_LAW = `\\p{Script=Han}{2,30}?(?:法|条例|规定|办法|细则|规则|规程|章程|意见|通知|决定)(?=\\s{0,4}第\\s{0,4}${NUMERAL}\\s{0,4}条)`;
/** 国务院办公厅关于印发《…方案》的通知, written without marks around the whole. */
const BARE_DOCUMENT = `\\p{Script=Han}{2,24}?关于(?:${TITLE}|[^《》，。；;：:（(\\n]){2,60}?的(?:通知|意见|决定|批复|函|公告|方案)`;

const HEAD = new RegExp(
  `(?<document>${BARE_DOCUMENT})|(?<title>${TITLE})|(?<number>${NUMBER})|(?<bare>${BARE_LAW})|(?<clauses>${CLAUSES})`,
  'gu',
);

/** What may stand between two bases without saying anything; after a colon the wording of a clause begins. */
const CONNECTOR =
  /^(?:[\s、，,；;。.“”"（）()【】[\]\-—]|依据[一二三四五六七八九十\d]{1,2}[:：]|和|及|以及|与|或者?|依据|根据|按照|依照|参照|见|国家|法律|行政法规|地方性法规|法规|部门规章|政府规章|规章|规范性文件|政策文件|文件|其他|[一二三四五六七八九十]|\d{1,2}(?=[.、．)）]))*$/u;

/** Gaps grow where nothing in them begins a basis: a long one is wording, and is not read again and again. */
const LONGEST_CONNECTOR = 200;

/** The number of a basis among several: 1. 一、（一） (1). */
const ENUMERATOR = '(?:\\d{1,2}[.、．]|[（(]?[一二三四五六七八九十]{1,2}[)）、.．]|[（(]\\d{1,2}[)）])';
const LABEL = '依据[一二三四五六七八九十\\d]{0,2}[:：]?';

/** Where a new basis may begin after the text of another: a sentence has ended, or a new number has come. */
const BOUNDARY = new RegExp(
  `(?:[；;。\\n】”"]|[\\s。；;)）]${ENUMERATOR})\\s{0,4}(?:${LABEL}|根据|按照|依照|参照)?\\s{0,4}$`,
  'u',
);

/** Only the end is looked at: a cell may hold a whole law. */
const endsAtBoundary = (gap: string): boolean => BOUNDARY.test(gap.slice(-20));

/** Words of running text: 「依照本条例第五条」 names no basis of its own. */
const RUNNING_TEXT = /应|可以|不得|按照|依照|根据|违反|符合|有关|申请|本(?:法|条例|规定|办法)|的/u;

interface Citation {
  readonly lawName?: string | undefined;
  readonly lawNumber?: string | undefined;
  readonly clauseNumber?: string | undefined;
  /** A clause of the law before: 「…。第五条：…」. */
  readonly continues: boolean;
  readonly start: number;
  readonly end: number;
}

interface Parts {
  lawName?: string | undefined;
  lawNumber?: string | undefined;
  clauseNumber?: string | undefined;
}

/**
 * The laws and documents a text of 设定依据 or 办理依据 names, in its order: name, number, clauses and their wording
 * (武陵源区通知 附件 2 备注 3). What names none, such as the reason of established practice, gives an empty list. A law
 * mentioned within the wording of another is part of that wording.
 */
export function parseLegalBases(raw: string): readonly LegalBasis[] {
  const text = raw.replace(/\s+/gu, (blanks) => (blanks.includes('\n') ? '\n' : ' '));
  const found: Citation[] = [];
  let from = 0;
  for (;;) {
    HEAD.lastIndex = from;
    const head = HEAD.exec(text);
    if (head === null) return withLawsCarried(text, found);
    const citation = citationAt(text, head);
    const starts = begins(text, citation, found.at(-1));
    if (starts) found.push(citation);
    from = starts ? citation.end : head.index + head[0].length;
  }
}

/** Clauses that follow on a law without naming it again are that law's; each wording lasts until the next citation. */
function withLawsCarried(text: string, found: readonly Citation[]): LegalBasis[] {
  let law: LegalBasis = {};
  return found.map(({ lawName, lawNumber, clauseNumber, continues, end }, index) => {
    if (!continues) law = { ...(lawName && { lawName }), ...(lawNumber && { lawNumber }) };
    const clauseContent = contentOf(text.slice(end, found[index + 1]?.start));
    return { ...law, ...(clauseNumber && { clauseNumber }), ...(clauseContent && { clauseContent }) };
  });
}

/** Whether a citation starts a basis, given the one before. */
function begins(text: string, citation: Citation, last: Citation | undefined): boolean {
  const { lawName, lawNumber, clauseNumber, continues, start, end } = citation;
  if (last === undefined) return !continues;
  const gap = text.slice(last.end, start);
  if (continues) return endsAtBoundary(gap) && /^\s{0,4}[:：规“"]/u.test(text.slice(end));
  if (gap.length <= LONGEST_CONNECTOR && CONNECTOR.test(gap)) return true;
  if (!endsAtBoundary(gap)) return false;
  const cited = clauseNumber !== undefined || (lawName !== undefined && lawNumber !== undefined);
  return cited || /^\s{0,4}(?:$|[；;。：:\n])/u.test(text.slice(end));
}

/** Reads a citation from its head on: brackets, number, title and clauses in whatever order they follow. */
function citationAt(text: string, head: RegExpExecArray): Citation {
  const { document, title, number, bare, clauses } = head.groups ?? {};
  const start = head.index;
  let end = start + head[0].length;
  if (clauses !== undefined) return { clauseNumber: clauseText(clauses), continues: true, start, end };
  const lawName = title === undefined ? (bare ?? document)?.replace(LEAD, '') : titleText(title);
  if (bare && lawName && RUNNING_TEXT.test(lawName)) return { continues: true, start, end };
  const parts: Parts = { lawName, lawNumber: number && numberText(number) };
  for (let next = tailAt(text, end, parts); next !== undefined; next = tailAt(text, end, parts)) end = next;
  return { ...parts, continues: false, start, end };
}

const sticky = (source: string) => new RegExp(source, 'uy');
const TAILS = {
  bracket: sticky('\\s{0,4}[（(][^（()）]{1,80}(?:[（(][^（()）]{0,80}[)）][^（()）]{0,40}){0,6}[)）]'),
  number: sticky(`\\s{0,4}[,，]?\\s{0,4}(${NUMBER})`),
  title: sticky(`\\s{0,4}(${TITLE})`),
  clauses: sticky(`\\s{0,4}[,，：:之]?\\s{0,4}(${CLAUSES})`),
};
const NUMBER_WITHIN = new RegExp(NUMBER, 'u');

/** Takes the next part of a citation at a place; the place after it, or undefined where the citation ends. */
function tailAt(text: string, at: number, parts: Parts): number | undefined {
  // The clauses come last, but are looked for first: a number's office would swallow 第一条和国发〔2014〕8号.
  if (parts.clauseNumber !== undefined) return undefined;
  const clauses = takenAt(TAILS.clauses, text, at);
  if (clauses) {
    parts.clauseNumber = clauseText(clauses.part);
    return clauses.end;
  }
  const bracket = takenAt(TAILS.bracket, text, at);
  if (bracket) {
    const number = NUMBER_WITHIN.exec(bracket.part)?.[0];
    parts.lawNumber ??= number && numberText(number);
    return bracket.end;
  }
  const number = parts.lawNumber === undefined && takenAt(TAILS.number, text, at);
  if (number) {
    parts.lawNumber = numberText(number.part);
    return number.end;
  }
  const title = parts.lawName === undefined ? takenAt(TAILS.title, text, at) : undefined;
  if (title) parts.lawName = titleText(title.part);
  return title?.end;
}

/** What a sticky pattern finds at a place: its group, or the whole where it has none, and the place after. */
function takenAt(pattern: RegExp, text: string, at: number): { part: string; end: number } | undefined {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  if (found === null) return undefined;
  const [whole, part = whole] = found;
  return { part, end: at + whole.length };
}

const LEAD = /^(?:依据|根据|按照|依照|参照|以及|和|及|与|见|日|由)+/u;

const titleText = (title: string): string => title.slice(1, -1).replace(/\s/gu, '');

const clauseText = (clauses: string): string => clauses.replace(/\s/gu, '');

/** One spelling of a number: 国发[2014]8号 and 国发（2014）第8号 are 国发〔2014〕8号. */
function numberText(number: string): string {
  return number
    .replace(/\s/gu, '')
    .replace(LEAD, '')
    .replace(/[〔[［【（(﹝]((?:19|20)\d{2})年?[〕\]］】）)﹞](?:第|字第)?/u, '〔$1〕');
}

/** What leads to the next basis at the end of a wording: its number, its kind, 依据. */
const LEADS_ON = new RegExp(
  `(?:[\\s；;、，,]|${LABEL}|根据|【[^】]*】|(?<=[\\s。；;”"])${ENUMERATOR})+$`,
  'u',
);

/** The wording of a clause without the marks around it and the number of the basis that follows. */
function contentOf(gap: string): string | undefined {
  const text = gap.trim();
  const tail = text.slice(-40).replace(LEADS_ON, '');
  const whole = (text.slice(0, -40) + tail)
    .replace(/^[\s:：，,。；;、.．)）]+/u, '')
    .replace(/^(?:的?规定|明确|要求)[:：，,]/u, '')
    .trim();
  return CONNECTOR.test(whole) ? undefined : whole;
}
