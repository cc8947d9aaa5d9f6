import { type CheckedItem, defineCheck } from './check.ts';
import { blockOf, excerpt, textOf } from './record-values.ts';

/** A window, a counter or a room, by word or by its number (A301, 808). */
const WINDOW =
  /窗|柜台|柜员|前台|服务台|咨询台|台席|工位|岗位|接待台|号台|专区|自助|室|\d号?房|房间|科室|[股科]$/u;
const ROOM_NUMBER = /(?<!\d)\d{3,4}(?![\d号弄路米省县道-])/u;

/** What is done without going anywhere has no window. */
const NO_PLACE = /网上|线上|在线|网办|政务服务网|APP|小程序|公众号|http/iu;

/** A town, village or community has a single hall or office. */
const SINGLE_HALL =
  /(?:[镇乡村]|街道|社区|办事处)[^,;\n]{0,6}(?:便民服务|党群服务|服务站|服务点)|村(?:民)?委|居委|村部/u;

const isFineEnough = (text: string): boolean =>
  [WINDOW, ROOM_NUMBER, NO_PLACE, SINGLE_HALL].some((words) => words.test(text));

/** The place without the label that some cells repeat: 办理地点：无. */
const placeOf = (guide: CheckedItem['guide'], element: string): string => {
  const place = textOf(guide, element).replace(/^(?:办理|办公|受理)?(?:地点|地址):/u, '');
  return textOf({ place }, 'place');
};

/** The address leads to the window or room, in its own text or in the windows beside it. */
export const CHK_18_ADDRESS_TO_WINDOW = defineCheck({
  problems: {
    CHK_18: {
      severity: 'WARNING',
      template: '办理地点（{value}）没有写到窗口或者房间。请写明几楼、哪个窗口或者房间号。',
      source: '温州市事项信息核查规则（办理地点）',
    },
  },
  find: (record) => {
    const text = placeOf(record.guide, 'address') || placeOf(record.guide, 'hoursAndAddress');
    if (text === '' || isFineEnough(text)) return [];
    const named = blockOf(record, 'windows').some((window) => textOf(window, 'name') !== '');
    return named ? [] : [{ code: 'CHK_18', field: 'address', title: '办理地点', value: excerpt(text) }];
  },
});
