import { type CheckedItem, defineCheck } from './check.ts';
import { blockOf, textOf } from './record-values.ts';

const INSTITUTION =
  '(?:学校|中小学|小学|中学|幼儿园|职校|医院|卫生院|卫生室|卫生服务(?:中心|站)|保健院|福利院|敬老院|养老院|图书馆|文化馆|文化站|博物馆|体育馆|服务站|服务所|服务中心|便民中心|派出所|事业单位|公司|企业|营业厅|站点|网点)';
/** 各镇卫生院, 全县中小学, 县人民医院等医院: several of a kind without saying which. */
const SEVERAL = new RegExp(
  `^(?:各|全[县市区镇]|所属|下属|辖区内?)\\S{0,16}${INSTITUTION}|${INSTITUTION}\\S{0,10}等(?:\\d*[家所个])?(?:${INSTITUTION}|单位|机构)?$|等\\d*[家所个]?${INSTITUTION}$`,
  'u',
);
const SEPARATOR = /[、,，;；\n]/u;
const ENDS_AS_INSTITUTION = new RegExp(`${INSTITUTION}$`, 'u');

/** Several institutions in a row; offices in a row are joint units, which CHK_27 looks at. */
const listsSeveral = (name: string): boolean => {
  const parts = name.split(SEPARATOR).filter((part) => part.trim() !== '');
  return parts.length > 1 && parts.every((part) => ENDS_AS_INSTITUTION.test(part.trim()));
};

/** Addresses of each: several windows with one, several addresses in the text, or an annex that lists them. */
const givesAddresses = (record: CheckedItem): boolean => {
  const windows = blockOf(record, 'windows').filter((window) => textOf(window, 'address') !== '');
  if (windows.length > 1) return true;
  const places = [textOf(record.guide, 'address'), textOf(record.guide, 'hoursAndAddress')];
  if (places.some((text) => text.split(/[;；\n]/u).filter((part) => part.trim() !== '').length > 1))
    return true;
  return /附件|附表|名单/u.test([...places, textOf(record.item, 'remark')].join('\n'));
};

/** Institutions of one kind may share an item if each is listed with name, address and contact. */
export const NOTICE_GROUPED_INSTITUTIONS = defineCheck({
  problems: {
    NOTICE_GROUPED_INSTITUTIONS: {
      severity: 'WARNING',
      template:
        '事项由多个单位提供（“{value}”），没有列出每个单位的名称、地址和联系方式，请以附件或者窗口列明。',
      source: '海盐县通知四（一）（以附件形式列明事业单位的名称、地址和联系方式）',
    },
  },
  find: (record) => {
    if (record.listKind !== 'PUBLIC_SERVICE' && record.listKind !== 'GOVERNMENT_SERVICE') return [];
    const value = textOf(record.item, 'organisationName');
    if (!(SEVERAL.test(value) || listsSeveral(value)) || givesAddresses(record)) return [];
    return [
      {
        code: 'NOTICE_GROUPED_INSTITUTIONS',
        field: 'organisationName',
        title: '实施主体',
        value: value.slice(0, 60),
      },
    ];
  },
});
