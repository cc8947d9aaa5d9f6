import { canonicalOrganisation } from '../../catalog/organisations/canonical-organisation.ts';
import { namesLevels } from '../compare-lists.ts';
import type { ComparedItem } from '../compared-item.ts';
import type { Finding } from '../finding.ts';
import { quoted } from './quoted.ts';
import type { ListBeside, ListRule } from './rule.ts';
import { servedFunctions } from './served-functions.ts';

/**
 * Courts and procuratorates are no departments of the government (宪法第一百三十一条、第一百三十六条), and customs, the
 * central bank and financial supervision are run by the centre without regard to districts (海关法第三条，中国人民银行法
 * 第十三条，银行业监督管理法第八条); postal administration is the centre's and has no office in most counties (邮政法第四条).
 * 消费者协会 is an association (消费者权益保护法第三十六条). None of them files lists with the county. Tax, weather, tobacco
 * and fire offices are run from above too, but do file (中办发〔2015〕21号“实施范围”).
 */
const FILING_ELSEWHERE: ReadonlySet<string> = new Set([
  ...['审判', '检察', '海关', '中央银行', '金融监督管理', '邮政管理', '消费者权益'],
]);

/** What the departments that a list hears of are for: by their items, by what others file for them, by nil returns. */
const heardOf = ({ authority, list, comparison }: ListBeside): ReadonlySet<string> =>
  new Set([
    ...list.items.flatMap(servedFunctions),
    // An approval bureau files the licences of many departments.
    ...comparison.rows.flatMap(({ reference, adoption }) =>
      adoption.by.length > 0 ? reference.departmentFunctions : [],
    ),
    // What waits for a person may be the department's: nobody can tell yet that it is silent.
    ...list.items
      .flatMap(({ id }) => authority.links.from('REFERENCE', id))
      .filter(({ relation, isSettled }) => relation !== 'RELATED' && !isSettled)
      .flatMap(({ rightId }) => authority.item(rightId)?.departmentFunctions ?? []),
    ...list.nilReturns.flatMap((name) => canonicalOrganisation(name, list.regionName).functions),
  ]);

/** The reference items a list does not answer, by what their departments are for. */
const owedBy = ({ comparison }: ListBeside): ReadonlyMap<string, readonly ComparedItem[]> =>
  Map.groupBy(
    comparison.rows
      .filter(({ reference, adoption }) => adoption.state === 'UNANSWERED' && reference.state === 'IN_FORCE')
      .map(({ reference }) => reference),
    ({ departmentFunctions }) => departmentFunctions.join('、'),
  );

const findingOf = (catalogId: string, department: string, items: readonly ComparedItem[]): Finding => {
  const isOwed = items.some(namesLevels);
  const names = [...new Set(items.flatMap((item) => item.department ?? []))].join('、');
  const called = names === '' || names === department ? '' : `（参考目录中写作${names}）`;
  return {
    rule: 'CMP_27',
    severity: isOwed ? 'WARNING' : 'INFO',
    catalogId,
    department,
    message: `${quoted(department)}部门${called}在本清单既没有事项也没有零报告；参考目录中它有 ${items.length} 项${isOwed ? '由本级行使' : '，都没有写行使层级'}`,
    action: '请该部门报送事项，由别的部门代为办理的在清单中写明；确实没有的，报送零报告',
  };
};

/** 部门既没有事项也没有零报告。 */
export const departmentSilent: ListRule = {
  code: 'CMP_27',
  title:
    '部门既没有事项也没有零报告（法院、检察院、海关、人民银行、金融监管、邮政管理和消费者协会，参考目录写有行使层级才问）',
  source: '沈阳市通知（零报告）；中办发〔2015〕21号；标准汇编 4.3 CMP-27',
  severities: { WARNING: '有参考目录写明由本级行使的事项', INFO: '它的事项参考目录都没有写行使层级' },
  check: (beside) => {
    const heard = heardOf(beside);
    return [...owedBy(beside)].flatMap(([department, items]) => {
      const functions = items[0]?.departmentFunctions ?? [];
      const isSilent = functions.length > 0 && !functions.some((one) => heard.has(one));
      // Where the reference says that this level exercises its items, somebody here has to.
      const isElsewhere = functions.every((one) => FILING_ELSEWHERE.has(one)) && !items.some(namesLevels);
      return isSilent && !isElsewhere ? [findingOf(beside.list.catalogId, department, items)] : [];
    });
  },
};
