/** A pattern of a graphql-js message, and the Chinese half-sentence over what it names. */
type Saying = readonly [pattern: RegExp, detail: string];

const name = String.raw`([\w.]+)`;
const type = String.raw`([\w!\[\]]+)`;
const pattern = (text: string): RegExp => new RegExp(`^${text}`, 'u');

/** The messages of graphql-js 16's validation rules; `$1`, `$2` … are the names they quote from the request. */
const VALIDATION: readonly Saying[] = [
  [pattern(`Cannot query field "${name}" on type "${name}"`), '类型 $2 没有字段 $1'],
  [pattern(`Unknown argument "${name}" on field "${name}"`), '字段 $2 没有参数 $1'],
  [pattern(`Unknown argument "${name}" on directive "@${name}"`), '指令 @$2 没有参数 $1'],
  [pattern(`Unknown type "${name}"`), '没有类型 $1'],
  [pattern(`Unknown directive "@${name}"`), '没有指令 @$1'],
  [pattern(`Unknown fragment "${name}"`), '没有定义片段 $1'],
  [pattern(`Fragment "${name}" is never used`), '片段 $1 没有用到'],
  [pattern(`Cannot spread fragment "${name}" within itself`), '片段 $1 引用了自己'],
  [pattern(`Fragment "${name}" cannot be spread here`), '片段 $1 的类型与所在之处不相容'],
  [pattern('Fragment cannot be spread here'), '片段的类型与所在之处不相容'],
  [pattern(`Fragment "${name}" cannot condition on`), '片段 $1 只能用于对象、接口或联合类型'],
  [pattern('Fragment cannot condition on'), '片段只能用于对象、接口或联合类型'],
  [pattern(`Field "${name}" of type "${type}" must have a? ?selection`), '字段 $1（$2）须写明取哪些子字段'],
  [pattern(`Field "${name}" of type "${type}" must have at least one`), '字段 $1（$2）须写明取哪些子字段'],
  [pattern(`Field "${name}" must not have a selection`), '字段 $1 没有子字段'],
  [
    pattern(`Field "${name}" argument "${name}" of type "${type}" is required`),
    '字段 $1 缺少必填参数 $2（$3）',
  ],
  [
    pattern(`Directive "@${name}" argument "${name}" of type "${type}" is required`),
    '指令 @$1 缺少参数 $2（$3）',
  ],
  [pattern(`Directive "@${name}" may not be used on`), '指令 @$1 不能用在这里'],
  [pattern(`The directive "@${name}" can only be used once`), '指令 @$1 在同一处只能用一次'],
  [pattern(`Field "${name}" of required type "${type}" was not provided`), '输入字段 $1（$2）为必填'],
  [pattern(`Field "${name}" is not defined by type "${name}"`), '输入类型 $2 没有字段 $1'],
  [pattern(`Fields "${name}" conflict`), '字段 $1 重名而内容不同，请用别名区分'],
  [pattern(`There can be only one (?:argument|input field|fragment|operation) named "${name}"`), '$1 重复'],
  [pattern(`There can be only one variable named "\\$${name}"`), '变量 $1 重复'],
  [pattern(`Variable "\\$${name}" is not defined`), '变量 $1 没有声明'],
  [pattern(`Variable "\\$${name}" is never used`), '变量 $1 没有用到'],
  [
    pattern(`Variable "\\$${name}" of type "${type}" used in position expecting type "${type}"`),
    '变量 $1 的类型是 $2，此处需要 $3',
  ],
  [pattern(`Variable "\\$${name}" cannot be non-input type "${type}"`), '变量 $1 的类型 $2 不是输入类型'],
  [pattern(`Value "${name}" does not exist in "${name}" enum`), '枚举 $2 没有值 $1'],
  [pattern(`Enum "${name}" cannot represent`), '此处应为枚举 $1 的值'],
  [pattern(`Expected value of type "${type}"`), '此处应为 $1 类型的值'],
  [pattern(`(Int|Float|String|Boolean|ID) cannot represent`), '此处应为 $1 类型的值'],
  [pattern('This anonymous operation must be the only'), '有几个操作时每个都须命名'],
  [pattern('Too many validation errors'), '错误过多，其余未列出'],
  // graphql-js gives up comparing fields of one name with each other, which grows with the square of their number.
  [pattern('Validation aborted'), '同名字段重复太多，无法逐一比较；请合并重复的字段'],
  [pattern('Maximum introspection depth exceeded'), '内省查询嵌套过深'],
  [pattern(`The "?${name}"? definition is not executable`), '请求中只能有操作和片段，不能有 $1 的定义'],
];

const COERCION: readonly Saying[] = [
  [pattern(`Variable "\\$${name}" of required type "${type}" was not provided`), '缺少变量 $1（$2）'],
  [pattern(`Variable "\\$${name}" of non-null type "${type}" must not be null`), '变量 $1（$2）不能为空'],
  [pattern(`Variable "\\$${name}" (?:got|has) invalid value`), '变量 $1 的值不合类型'],
  [pattern(`Argument "${name}"`), '参数 $1 的值不合类型'],
  [pattern('Too many errors processing variables'), '错误过多，其余未列出'],
];

const SYNTAX: readonly Saying[] = [
  [pattern('Syntax Error: Expected .*, found <EOF>'), '文本意外结束，可能缺少右括号'],
  [pattern('Syntax Error: Unexpected <EOF>'), '文本意外结束'],
  [
    pattern(`Syntax Error: (?:Expected .*, found|Unexpected) ((?:(?:Name|Int|Float) )?"[^"]{1,40}"|String)`),
    '此处不应是 $1',
  ],
  [pattern('Syntax Error: Unterminated string'), '字符串没有结束'],
  [pattern('Syntax Error: Unexpected character'), '有不能识别的字符'],
];

/** What exactly is wrong with a document, in Chinese; undefined for a message that is not known. */
export const validationDetail = (message: string): string | undefined => detailOf(VALIDATION, message);

/** Which variable has a value that does not fit; the value itself is not repeated. */
export const coercionDetail = (message: string): string | undefined => detailOf(COERCION, message);

/** What the parser stumbled over. */
export const syntaxDetail = (message: string): string | undefined => detailOf(SYNTAX, message);

/** Longer than any name of a schema: what a request makes up is not sent back at length. */
const LONGEST_NAME = 80;

const shortened = (text: string): string =>
  text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME)}…` : text;

function detailOf(sayings: readonly Saying[], message: string): string | undefined {
  for (const [known, detail] of sayings) {
    const found = known.exec(message);
    if (found === null) continue;
    return detail.replace(/\$(\d)/gu, (_, group: string) => shortened(found[Number(group)] ?? ''));
  }
  return undefined;
}
