/** Reads the fields of one JSON object; what is wrong is told with the path of its field. */
export interface FieldReader {
  /** A text that may be missing; undefined where it is, or is blank. */
  readonly text: (name: string) => string | undefined;
  /** A text that must be there; '' after its lack has been told. */
  readonly needed: (name: string) => string;
  /** One text or a list of them; none where it is missing. */
  readonly texts: (name: string) => readonly string[];
  readonly oneOf: <Word extends string>(name: string, words: readonly Word[]) => Word | undefined;
  readonly isMissing: (name: string) => boolean;
  readonly isNull: (name: string) => boolean;
  /** The reader of an object within; of an empty one after its lack has been told. */
  readonly within: (name: string) => FieldReader;
  readonly wrong: (name: string, message: string) => void;
}

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '';

/** The reader of an object whose own path is `path`, '' for the outermost. */
export function fieldReader(
  record: Readonly<Record<string, unknown>>,
  path: string,
  tell: (field: string, message: string) => void,
): FieldReader {
  const wrong = (name: string, message: string): void =>
    tell(path === '' ? name : `${path}.${name}`, message);
  const text = (name: string): string | undefined => {
    const value = record[name];
    if (isBlank(value)) return undefined;
    if (typeof value === 'string') return value.trim() === '' ? undefined : value;
    wrong(name, '应为文字');
    return undefined;
  };
  const needed = (name: string): string => {
    const value = text(name);
    if (value === undefined && (isBlank(record[name]) || typeof record[name] === 'string')) {
      wrong(name, '缺少，或者是空的');
    }
    return value ?? '';
  };
  const texts = (name: string): readonly string[] => {
    const value = record[name];
    if (isBlank(value)) return [];
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (list.every((one) => typeof one === 'string')) return list.filter((one) => one.trim() !== '');
    wrong(name, '应为文字，或者文字的数组');
    return [];
  };
  const oneOf = <Word extends string>(name: string, words: readonly Word[]): Word | undefined => {
    const found = words.find((word) => word === record[name]);
    if (found === undefined) wrong(name, `应为 ${words.join('、')} 之一`);
    return found;
  };
  const within = (name: string): FieldReader => {
    const value = record[name];
    const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isRecord) wrong(name, '应为一个 JSON 对象');
    const inner = path === '' ? name : `${path}.${name}`;
    return isRecord
      ? fieldReader(value as Readonly<Record<string, unknown>>, inner, tell)
      : fieldReader({}, inner, () => undefined);
  };
  return {
    text,
    needed,
    texts,
    oneOf,
    isMissing: (name) => isBlank(record[name]),
    isNull: (name) => record[name] === null || record[name] === undefined,
    within,
    wrong,
  };
}
