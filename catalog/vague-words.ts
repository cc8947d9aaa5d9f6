/** Words that by themselves tell no applicant what to bring: 其他, 有关, 所需, 材料, 证明 … */
const EMPTY_MATERIAL_WORDS =
  /法律|行政法规|法规|规章|规范性文件|规定|要求|需要|所需|需|应当|应|提交|提供|报送|交验|其他|其它|有关|相关|必要|各种|各类|材料|资料|文件|证明|证件|凭证|手续|书面|申请人|申请|申报|登记|办理|审批|机关|主管|部门|单位|认为|国家|情况|与|的|等|及|和|或者?|[、，,。;；:：/\s]/gu;

/** Names with none of these words name a paper; most do, and an import reads hundreds of thousands of them. */
const MAY_BE_VAGUE = /材料|资料|文件|证明|证件|凭证|手续|其他|其它/u;

/** 书面申请 and 申请文件 are papers of their own: what the applicant writes. */
const APPLICATION = /申请(?:文件)?$/u;

const IN_BRACKETS = /[（(【[〔][^（()）【】[\]〔〕]*[)）】\]〕]/u;

const CATCH_ALL =
  /(?:其他|其它)(?:有关|相关|需要|必要|佐证|证明|辅助|补充|的){0,6}(?:材料|资料|文件|证件|凭证|手续)|(?:要求|规定|需要|所需|认为)(?:的|应当|应|需|必须){0,4}(?:提交|提供|报送|补充)?的?(?:其他|其它)?(?:材料|资料|文件)$|(?:有关|相关)的?(?:证明|佐证|业务|申报|备案)?(?:材料|资料|文件|证件|手续)$|相应的?(?:证明)?(?:材料|资料|文件)$/u;

const OPEN_LIST = /等(?:有关|相关)?(?:证明|书面|证据|佐证)?(?:材料|资料|文件)(?:原件|复印件)?$/u;

const plain = (text: string): string =>
  text.replace(/^[\s\d.、．（）()一二三四五六七八九十]+/u, '').replace(/(?<![。；;\s])[。；;\s]+$/u, '');

/**
 * How vague a material's name is: WHOLLY when nothing in it says what to bring (其他相关材料), PARTLY when a specific name
 * ends openly (合同等材料, 与股权有关的材料); undefined when it can be followed. What it explains in brackets counts as said.
 */
export function vaguenessOfMaterial(name: string): 'WHOLLY' | 'PARTLY' | undefined {
  if (!MAY_BE_VAGUE.test(name)) return undefined;
  const text = plain(name);
  if (APPLICATION.test(text) || IN_BRACKETS.test(text)) return undefined;
  if (text.replace(EMPTY_MATERIAL_WORDS, '') === '') return 'WHOLLY';
  return CATCH_ALL.test(text) || OPEN_LIST.test(text) ? 'PARTLY' : undefined;
}

/** Words a condition may be wrapped in without saying anything of its own. */
const EMPTY_CONDITION_WORDS =
  /法律|行政法规|法规|规章|规范性文件|政策|文件|办法|规定|要求|标准|条件|情形|手续|国家|本?省|市|县|本级|上级|现行|有关|相关|相应|其他|其它|各项|管理|部门|主管|行政|机关|申请人|申请|申报|报考|受理|办理|执行|提出|单位|个人|公民|企业|组织|人员|符合|满足|具备|依据|依照|依|按照|按|根据|遵守|应当|应|须|需|可以|即可|均可|可|凡|的|等|各|及|和|或者?|以及|中|所|者|即|[、，,：:\s]/gu;

/** What makes empty words a condition that sends the reader away. */
const SENDS_AWAY =
  /(?:有关|相关|其他|其它|现行|国家|上级|部门|政策|法律|法规|规章).{0,40}(?:规定|要求|条件|标准|政策|法规|情形|文件)|(?:按照?|依照?|根据|依据|符合|满足|具备)(?:规定|要求|条件|标准|政策|文件|情形)/u;

const REFERS =
  /详见|参见|具体(?:要求|条件|内容)?(?:见|以|按)|见附件|以[^，,。；;]{1,24}(?:通知|公告|文件|指南|简章|方案|规定|要求)[^，,。；;]{0,4}为准/u;

const BY_UNNAMED_DOCUMENT =
  /^(?:按照?|依照?|根据|依据|符合)[^《》〔，,。；;]{2,30}?(?:文件|通知|公告|指南|简章|方案|部署|办法)(?:的|中的?|所|规定|要求|统一|认定|管理){0,6}(?:报考|申报|申请)?(?:条件|要求|规定|办理|执行)$/u;

/**
 * The clauses of a text of conditions that state no condition of their own: 符合有关规定, 详见申报指南, 法律、法规规定的其他条件.
 * A clause that names its law or document (《…》) is not among them.
 */
export function vagueConditions(text: string): readonly string[] {
  return text
    .split(/[。；;\n]/u)
    .map(plain)
    .filter((clause) => !/[《〔]/u.test(clause) && isVagueCondition(clause));
}

const isVagueCondition = (clause: string): boolean =>
  REFERS.test(clause) ||
  BY_UNNAMED_DOCUMENT.test(clause) ||
  (SENDS_AWAY.test(clause) && clause.replace(EMPTY_CONDITION_WORDS, '') === '');
