import { enumeration } from './enumeration.ts';

/**
 * 事项类型. GB/T 39046 and Zhejiang use the same two digits for different types; Sichuan writes letters, of which
 * B, C and D stand in no source that was read and so mean nothing here. Zhejiang's 13, 15 and 16 are types of its own.
 * UNRECOGNISED has no code: it is what an unknown word is stored as, beside the word itself.
 */
export const ITEM_TYPE = enumeration({
  name: 'ItemType',
  chinese: '事项类型',
  scheme: 'GBT_39046',
  source: 'GB/T 39046-2020 表 A.1；浙江、四川编码规则',
  values: [
    {
      symbol: 'POWER_GROUP',
      chinese: '行政权力事项',
      aliases: ['行政权力', '行政权力(通用目录有、县清单减去)', '权力事项', '行政职权'],
      codes: { GBT_39046: '00' },
    },
    {
      symbol: 'LICENSING',
      chinese: '行政许可',
      aliases: ['许可', '行政许可(国办)', '许可事项', '行政许可类', '行政许可事项', '行政审批', 'XK'],
      codes: { GBT_39046: '01', ZHEJIANG: '01', SICHUAN: 'A' },
    },
    {
      symbol: 'PUNISHMENT',
      chinese: '行政处罚',
      aliases: ['处罚', '行政处罚类', 'CF'],
      codes: { GBT_39046: '02', ZHEJIANG: '03' },
    },
    {
      symbol: 'COERCION',
      chinese: '行政强制',
      aliases: ['强制', '行政强制类', '行政强制措施', '行政强制执行'],
      codes: { GBT_39046: '03', ZHEJIANG: '04' },
    },
    {
      symbol: 'COLLECTION',
      chinese: '行政征收',
      aliases: ['征收', '行政征收类', '行政征收征用', '行政征用'],
      codes: { GBT_39046: '04', ZHEJIANG: '05' },
    },
    {
      symbol: 'PAYMENT',
      chinese: '行政给付',
      aliases: ['给付', '行政给付类'],
      codes: { GBT_39046: '05', ZHEJIANG: '06', SICHUAN: 'G' },
    },
    {
      symbol: 'INSPECTION',
      chinese: '行政检查',
      aliases: ['检查', '行政检查类', '行政监督检查', '监督检查'],
      codes: { GBT_39046: '06' },
    },
    {
      symbol: 'CONFIRMATION',
      chinese: '行政确认',
      aliases: ['确认', '行政确认类', 'QR'],
      codes: { GBT_39046: '07', ZHEJIANG: '08', SICHUAN: 'F' },
    },
    {
      symbol: 'REWARD',
      chinese: '行政奖励',
      aliases: ['奖励', '行政奖励类'],
      codes: { GBT_39046: '08', ZHEJIANG: '09', SICHUAN: 'H' },
    },
    {
      symbol: 'ADJUDICATION',
      chinese: '行政裁决',
      aliases: ['裁决', '行政裁决类'],
      codes: { GBT_39046: '09', ZHEJIANG: '07', SICHUAN: 'E' },
    },
    {
      symbol: 'OTHER_POWER',
      chinese: '其他行政权力',
      aliases: [
        ...[
          '其他',
          '其他类',
          '其他类别',
          '其他类别事项',
          '其他权力',
          '其他权力事项',
          '其它行政权力',
          '其它权力',
          '其它',
        ],
        ...['行政备案', '备案', '其他行政权力类', '其他职权', '其他行政职权', '非行政许可', '年检'],
      ],
      codes: { GBT_39046: '10', ZHEJIANG: '10', SICHUAN: 'Z' },
    },
    {
      symbol: 'PUBLIC_SERVICE',
      chinese: '公共服务',
      aliases: ['公共服务事项', '公共服务类', '便民服务', '便民服务事项', '服务事项', '公共服务类事项'],
      codes: { GBT_39046: '20', ZHEJIANG: '14' },
    },
    {
      symbol: 'FORWARDED_REVIEW',
      chinese: '审核转报',
      aliases: ['审核转报类', '审核转报事项'],
      codes: { ZHEJIANG: '13' },
    },
    {
      symbol: 'INTERNAL_MANAGEMENT',
      chinese: '政府内部审批',
      aliases: ['内部管理', '内部审批', '政府内部管理', '政府内部管理事项'],
      codes: { ZHEJIANG: '15' },
    },
    {
      symbol: 'JOINT_HANDLING',
      chinese: '联办事项',
      aliases: ['联办', '一件事', '一件事一次办'],
      codes: { ZHEJIANG: '16' },
    },
    { symbol: 'UNRECOGNISED', chinese: '未识别' },
  ],
});
