/** Words for one thing; the first is the one it is compared by. */
export type Words = readonly [string, ...string[]];

/** Words that say the same of a service item wherever they stand, so that each may be put for the other. */
export interface Synonym {
  readonly words: Words;
  /** Law, notice, standard or the published lists in which both spellings stand. */
  readonly source: string;
}

/** One value of a facet. */
export interface Term {
  readonly words: Words;
  /** First word of the term of the same facet that includes this one: 企业职工 is within 职工. */
  readonly within?: string;
}

/**
 * A question to which an item's name gives one answer: whose insurance, which right, which kind of school. Two names
 * whose answers differ are different items; where one answer is within the other, one item is part of the other.
 */
export interface Facet {
  /** English, camelCase, unique. */
  readonly key: string;
  /** What is asked, in Chinese: 参保人群. */
  readonly name: string;
  readonly terms: readonly Term[];
  readonly source: string;
}

/** A word that stands only in one context, which names therefore leave out: 矿区范围 speaks of 采矿权. */
export interface Implication {
  /** The word that says enough. */
  readonly word: string;
  /** What it implies, as words of the name that may be missing. */
  readonly implies: readonly string[];
  readonly source: string;
}

/**
 * LIFE_CYCLE: what happens to the result (新办, 变更, 注销); KIND: the legal nature of the act (许可, 备案, 给付);
 * STAGE: a step of it (初审, 受理); ABOUT: a service about the item that is not the item (查询, 咨询, 预约).
 */
export type ActionGroup = 'LIFE_CYCLE' | 'KIND' | 'STAGE' | 'ABOUT';

export interface Action {
  /** English, SCREAMING_SNAKE_CASE, unique. */
  readonly key: string;
  readonly group: ActionGroup;
  readonly words: Words;
  /** Keys of actions this one cannot be told from in published lists (核发 and 审批 of one licence). */
  readonly like?: readonly string[];
  /** Keys of the acts it consists of: 补换发 is 补发 and 换发, 迁移 is 迁入 and 迁出. */
  readonly parts?: readonly string[];
  readonly source: string;
}

/**
 * A limiting word, mostly in brackets. LEVEL says who exercises the power and never changes the item; AUDIENCE, SITUATION,
 * CHANNEL and GRADE narrow it, and two different ones of the same `set` exclude each other.
 */
export interface Qualifier {
  readonly group: 'LEVEL' | 'AUDIENCE' | 'SITUATION' | 'CHANNEL' | 'GRADE';
  /** English, camelCase: those that exclude each other share it. */
  readonly set: string;
  readonly words: Words;
  readonly source: string;
}

/** A word whose presence or absence changes nothing: 有关, 情况, 工作, 业务办理. */
export interface Filler {
  readonly word: string;
  /** Only at this place of the name; anywhere when missing. */
  readonly at?: 'START' | 'END';
  readonly source: string;
}
