export interface ErrorCodeKind {
  readonly code: string;
  readonly httpStatus: number;
  /** True when the same request may succeed a little later without being changed. */
  readonly retryable: boolean;
  /** Chinese sentence for the reader: what happened. */
  readonly message: string;
  /** Chinese sentence for the developer: what to do. */
  readonly help: string;
}

/** The closed list of codes in `extensions.code`; docs/problems.md lists the same codes. */
export const ERROR_CODES = [
  entry(
    'BAD_REQUEST',
    400,
    false,
    '请求格式不正确。',
    '用 POST 时请求体应为 JSON 对象；query 与 documentId 给出其一，variables 为对象，有几个操作时以 operationName 指明一个。',
  ),
  entry('GRAPHQL_PARSE_FAILED', 400, false, '查询语句有语法错误。', '按错误位置检查括号、引号和字段名。'),
  entry(
    'GRAPHQL_VALIDATION_FAILED',
    400,
    false,
    '查询与接口定义不符。',
    '在 /graphiql 中查看可用的类型、字段和参数。',
  ),
  entry('BAD_USER_INPUT', 400, false, '参数的值不合要求。', '按接口定义检查变量和参数的类型与取值范围。'),
  entry(
    'DOCUMENT_NOT_FOUND',
    404,
    false,
    '没有这个已登记的查询。',
    '核对 documentId（sha256:…），或用 POST 发送完整查询。',
  ),
  entry(
    'GET_ONLY_FOR_STORED_DOCUMENTS',
    405,
    false,
    '带令牌时，GET 只能执行已登记的查询。',
    '改用 POST 发送查询，或在 GET 中使用 documentId；公开的查询不必带令牌。',
  ),
  entry('GET_ONLY_FOR_QUERIES', 405, false, 'GET 只能查询，不能修改。', '修改改用 POST 发送。'),
  entry(
    'UNAUTHENTICATED',
    401,
    false,
    '须有有效的令牌。',
    '请求头应有 Authorization: Bearer 令牌；令牌由管理员用 zongheng token 发放。公开的查询不必带令牌。',
  ),
  entry(
    'FORBIDDEN',
    403,
    false,
    '令牌没有这样的授权。',
    '授权由角色、区划和层级组成；请与管理员核对令牌的授权。',
  ),
  entry(
    'REQUEST_TIMEOUT',
    408,
    true,
    '请求没有在时限内送完。',
    '检查网络后重新发送；请求头和请求体应一次送出。',
  ),
  entry('BODY_TOO_LARGE', 413, false, '请求体过大。', '缩短查询，或把大批数据分成多次请求。'),
  entry(
    'UNSUPPORTED_MEDIA_TYPE',
    415,
    false,
    '不支持的请求类型。',
    '请求头 Content-Type 应为 application/json，字符集为 UTF-8。',
  ),
  entry(
    'NOT_ACCEPTABLE',
    406,
    false,
    '无法按要求的格式回答。',
    '请求头 Accept 应含 application/graphql-response+json 或 application/json。',
  ),
  entry('TOO_MANY_TOKENS', 400, false, '查询过长。', '减少字段，或拆成几个查询。'),
  entry('TOO_DEEP', 400, false, '查询嵌套过深。', '减少嵌套层数，或拆成几个查询。'),
  entry('TOO_MANY_ALIASES', 400, false, '查询中的别名过多。', '减少别名，或拆成几个查询。'),
  entry('TOO_MANY_ROOT_FIELDS', 400, false, '一次查询的顶层字段过多。', '拆成几个查询。'),
  entry('TOO_MANY_DIRECTIVES', 400, false, '查询中的指令过多。', '删除不需要的指令。'),
  entry(
    'INTROSPECTION_OFF',
    400,
    false,
    '带令牌的请求不能内省。',
    '不带令牌查询 __schema、__type，或取 GET /schema.graphql。',
  ),
  entry('PAGE_TOO_LARGE', 400, false, '每页条数超出范围。', 'first 取范围内的值，更多的内容用 after 翻页。'),
  entry(
    'TOO_COSTLY',
    400,
    false,
    '查询的费用过高。',
    '减小各层的 first，少嵌套列表，或拆成几个查询分别翻页。',
  ),
  entry(
    'TOO_COMPLEX_TO_PLAN',
    400,
    false,
    '查询过于复杂，未能在时限内制定取数计划。',
    '减少嵌套和别名，或拆成几个查询。',
  ),
  entry(
    'OPERATION_NOT_SUPPORTED',
    400,
    false,
    '暂不支持这样的查询：无法为它制定取数计划。',
    '拆成几个查询；如属常用，请把查询全文告知管理员。',
  ),
  entry(
    'CURSOR_INVALID',
    400,
    false,
    '翻页游标无效。',
    '游标只能原样使用上一页返回的 endCursor，不能拼造或换用于别的查询。',
  ),
  entry(
    'RELEASE_NOT_FOUND',
    404,
    false,
    '没有这个版次。',
    '现有的版次用 releases 查询，当前的用 release；不指定版次时读最新的。',
  ),
  entry(
    'RELEASE_CONFLICT',
    400,
    false,
    '一次请求中出现了两个不同的版次。',
    '同一请求只能指定一个版次；请统一 asOf 与 X-Release，或分成两次请求。',
  ),
  entry('NO_RELEASE', 503, true, '还没有发布任何目录。', '先导入并发布目录，再重试。'),
  entry(
    'SUBGRAPH_UNAVAILABLE',
    503,
    true,
    '部分数据暂时无法取得。',
    '其余数据仍然有效；稍后重试可取得缺少的部分。',
  ),
  entry(
    'SUBGRAPH_TIMEOUT',
    504,
    true,
    '部分数据超时未返回。',
    '其余数据仍然有效；稍后重试，或缩小查询范围。',
  ),
  entry(
    'SUBGRAPH_INVALID_RESPONSE',
    502,
    true,
    '部分数据返回异常。',
    '其余数据仍然有效；如反复出现，请把 requestId 告知管理员。',
  ),
  entry('INTERNAL_ERROR', 500, true, '服务内部出错。', '稍后重试；如反复出现，请把 requestId 告知管理员。'),
  entry(
    'CALL_REFUSED',
    403,
    false,
    '子图只回答网关的调用。',
    '请查询网关的 /graphql；网关被拒绝时，请核对各进程的 INTERNAL_KEYS 和时钟，原因在子图的日志里。',
  ),
  entry('NOT_FOUND', 404, false, '没有这个地址。', '接口地址是 /graphql，页面在 /。'),
  entry('METHOD_NOT_ALLOWED', 405, false, '该地址不支持这种请求方法。', '按响应头 Allow 所列的方法请求。'),
  entry(
    'OVERLOADED',
    503,
    true,
    '现在请求太多，来不及作答。',
    '等响应头 Retry-After 所说的秒数再试；已登记的查询先得到处理，费用小的查询占用的时间短，常问的查询取已有的应答，不受影响。',
  ),
  entry('SHUTTING_DOWN', 503, true, '服务正在停止，不再接收新的请求。', '稍后重试，或改连其他实例。'),
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number]['code'];

const BY_CODE: ReadonlyMap<string, ErrorCodeKind> = new Map(ERROR_CODES.map((kind) => [kind.code, kind]));

/** The entry of a code, or undefined when the code is not in the closed list. */
export function errorCode(code: ErrorCode): ErrorCodeKind;
export function errorCode(code: string): ErrorCodeKind | undefined;
export function errorCode(code: string): ErrorCodeKind | undefined {
  return BY_CODE.get(code);
}

function entry<Code extends string>(
  code: Code,
  httpStatus: number,
  retryable: boolean,
  message: string,
  help: string,
): ErrorCodeKind & { readonly code: Code } {
  return { code, httpStatus, retryable, message, help };
}
