import { defineCheck } from './check.ts';
import { symbolsOf } from './record-values.ts';

/** What is done wholly online (Zhejiang's depth Ⅳ) needs no visit. */
export const CHK_12_WHOLLY_ONLINE_NO_VISIT = defineCheck({
  problems: {
    CHK_12: {
      severity: 'ERROR',
      template: '{title}为全程网办，到办事现场次数却是 {value}。请核对后把次数改为 0，或者改正网办深度。',
      source: '温州市事项信息核查规则；浙江省网上办理深度 Ⅳ 级',
    },
  },
  find: ({ item }) => {
    const { visits } = item;
    if (typeof visits !== 'number' || visits <= 0) return [];
    const value = String(visits);
    if (symbolsOf(item, 'onlineDepth').includes('WHOLLY_ONLINE')) {
      return [{ code: 'CHK_12', field: 'onlineDepth', title: '网上办理深度', value }];
    }
    if (item['isWhollyOnline'] !== true) return [];
    return [{ code: 'CHK_12', field: 'isWhollyOnline', title: '是否全程网办', value }];
  },
});
