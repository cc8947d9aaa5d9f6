import { EXERCISE_LEVELS } from '../exercise-levels.ts';
import { LEVEL_NAMES, LEVELS, parseLevel } from '../levels.ts';
import { enumeration } from './enumeration.ts';

/** 清单种类: which kind of list an item stands in. */
export const LIST_KIND = enumeration({
  name: 'ListKind',
  chinese: '清单种类',
  scheme: 'LOCAL',
  source: '武陵源区、镇坪县、海盐县通知',
  values: [
    {
      symbol: 'REFERENCE',
      chinese: '参考目录',
      aliases: ['基本目录', '通用目录', '指导目录', '事项库', '参考清单', '政务服务事项基本目录'],
    },
    {
      symbol: 'POWER',
      chinese: '权责清单',
      aliases: ['权力清单', '权力清单和责任清单', '行政权力清单', '行政权力事项目录清单', '权责目录'],
    },
    {
      symbol: 'PUBLIC_SERVICE',
      chinese: '公共服务清单',
      aliases: ['公共服务事项目录', '公共服务目录', '公共服务事项清单', '公共服务事项目录清单'],
    },
    {
      symbol: 'GOVERNMENT_SERVICE',
      chinese: '政务服务清单',
      aliases: ['目录清单', '实施清单', '政务服务事项清单', '政务服务事项目录清单', '政务服务事项实施清单'],
    },
    { symbol: 'GUIDE', chinese: '指南集', aliases: ['办事指南', '服务指南'] },
  ],
});

/** The six levels as a code list. */
export const LEVEL = enumeration({
  name: 'Level',
  chinese: '层级',
  scheme: 'GBT_39046',
  source: 'GB/T 39046-2020 表 A.2',
  otherWords: parseLevel,
  values: LEVELS.map((symbol, index) => ({
    symbol,
    chinese: LEVEL_NAMES[symbol],
    codes: { GBT_39046: String(index + 1) },
  })),
});

/** 行使层级: the levels and 分级管理. The standard gives 6 to the village and 7 to 分级管理; some portals have no village. */
export const EXERCISE_LEVEL = enumeration({
  name: 'ExerciseLevel',
  chinese: '行使层级',
  scheme: 'GBT_39046',
  source: 'GB/T 39046-2020 表 A.2；部分门户以 6 表示分级管理',
  otherWords: parseLevel,
  values: EXERCISE_LEVELS.map((symbol, index) => {
    const portal: Record<string, string> =
      symbol === 'GRADED'
        ? { PORTAL_WITHOUT_VILLAGE: '6' }
        : index < 5
          ? { PORTAL_WITHOUT_VILLAGE: String(index + 1) }
          : {};
    return {
      symbol,
      chinese: symbol === 'GRADED' ? '分级管理' : LEVEL_NAMES[symbol],
      ...(symbol === 'GRADED' ? { aliases: ['分级'] } : {}),
      codes: { GBT_39046: String(index + 1), ...portal },
    };
  }),
});
