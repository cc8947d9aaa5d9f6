import { type Grant, ROLES, type Role } from '../catalog/authority/writer.ts';
import { LEVELS, type Level, levelOrder, parseLevel } from '../catalog/levels.ts';
import { normalizeRegionCode } from '../catalog/regions.ts';
import { UsageError } from './command.ts';

const FORM = '授权写作 角色@区划:层级,层级，例如 REVIEWER@331022:COUNTY,TOWNSHIP；不写层级则为全部层级';

const levelOf = (word: string, whole: string): Level => {
  const level = parseLevel(word);
  if (level === undefined)
    throw new UsageError(`授权“${whole}”的层级“${word}”不可识别，可用：${LEVELS.join('、')}。`);
  return level;
};

/** A grant as it is written with a call: the region with 2, 4, 6, 9 or 12 digits, levels in words or by their names. */
export const grantOf = (text: string): Grant => {
  const [, role = '', digits = '', levels] = /^([^@:]+)@([^@:]+)(?::([^@:]+))?$/u.exec(text.trim()) ?? [];
  if (role === '') throw new UsageError(`授权“${text}”不可识别。${FORM}。`);
  if (!(ROLES as readonly string[]).includes(role))
    throw new UsageError(`授权“${text}”的角色“${role}”不可识别，可用：${ROLES.join('、')}。`);
  const region = normalizeRegionCode(digits);
  if ('problem' in region)
    throw new UsageError(`授权“${text}”的区划“${digits}”不可识别，应为 2、4、6、9 或 12 位数字；00 为全国。`);
  const named = levels === undefined ? LEVELS : levels.split(',').map((word) => levelOf(word, text));
  const ordered = [...new Set(named)].sort((one, other) => levelOrder(one) - levelOrder(other));
  return { role: role as Role, region: region.code, levels: ordered };
};

/** The grant in the words it is given with. */
export const grantWords = ({ role, region, levels }: Grant): string =>
  `${role}@${region}:${levels.join(',')}`;
