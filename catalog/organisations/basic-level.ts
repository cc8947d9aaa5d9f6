/** A body of a town, street, village or community, which its own place tells apart. */
export interface BasicLevelBody {
  readonly function: string;
  readonly name: string;
  readonly short: string;
}

const TOWN = '乡镇街道';
const VILLAGE = '村社区';

/**
 * The general windows: one counter for all departments, called differently from place to place. Without a place a
 * centre is a town's and a station a village's.
 */
const WINDOW =
  '(?:便民(?:为民)?服务(?:中心|站|点|大厅|室)|党群(?:便民)?服务(?:中心|站|点)|社区事务受理(?:服务)?中心|为民服务(?:中心|站|全程代理点?)|综合便民服务(?:中心|站)|公共服务(?:中心|站)|政务服务(?:中心|站)|社区(?:工作|服务)(?:站|中心)|代办(?:点|站)|(?:便民)?代办服务(?:点|站))';

const NAME = '\\p{L}{1,20}?';

const kind = (source: string): RegExp => new RegExp(`^(?:${source})$`, 'u');

type Row = readonly [pattern: RegExp, work: string, name: string, short: string];

const ROWS: readonly Row[] = [
  [
    kind('乡镇(?:人民)?政府|乡\\(镇\\)(?:人民)?政府|乡镇|镇街|乡镇街道|乡镇\\(街道\\)'),
    TOWN,
    '乡镇人民政府',
    '乡镇政府',
  ],
  [kind(`(?:${NAME})?街道(?:办事处|办)?`), TOWN, '街道办事处', '街道办'],
  [kind(`(?:${NAME})?镇(?:人民)?政府|${NAME}镇|镇`), TOWN, '镇人民政府', '镇政府'],
  [kind(`(?:${NAME})?(?:乡|民族乡|苏木)(?:人民)?政府|${NAME}(?:乡|苏木)|乡`), TOWN, '乡人民政府', '乡政府'],
  [kind(`${NAME}(?:村(?!镇)|社区(?!事务))${WINDOW}|村${WINDOW}`), VILLAGE, '便民服务站', '便民站'],
  [kind(`${NAME}(?:街道(?:办事处)?|镇|乡|苏木)${WINDOW}`), TOWN, '便民服务中心', '便民中心'],
  [kind(`(?:${NAME})?(?:村民委员会|村委会)|${NAME}村`), VILLAGE, '村民委员会', '村委会'],
  [kind('村(?:\\(社区\\)|、社区|社区)?(?:两委)?'), VILLAGE, '村民委员会', '村委会'],
  [kind(`(?:${NAME})?(?:社区)?(?:居民委员会|居委会)|${NAME}社区`), VILLAGE, '居民委员会', '居委会'],
  [
    kind('(?:便民(?:为民)?|党群(?:便民)?)服务(?:站|点|室)|社区(?:工作|服务)站'),
    VILLAGE,
    '便民服务站',
    '便民站',
  ],
  [kind(WINDOW), TOWN, '便民服务中心', '便民中心'],
  [kind('人民政府|政府'), '人民政府', '人民政府', '政府'],
];

/** The basic-level body a name means, or undefined. The higher place before it may have been taken off or not. */
export const basicLevelBody = (text: string): BasicLevelBody | undefined => {
  const row = ROWS.find(([pattern]) => pattern.test(text));
  return row && { function: row[1], name: row[2], short: row[3] };
};
