import { families } from './paper-family.ts';

const PROOF = '(?:证明|证明材料|证明文件)';

/** Papers of schooling: certificates of graduation, degrees and marks. */
export const EDUCATION_FAMILIES = families('education', [
  ['graduation-certificate', '毕业证书', '(?:高等学校|院校|大学)?毕业证(?:书)?'],
  ['degree-certificate', '学位证书', '学位证(?:书)?'],
  ['education-certificate', '学历证书', '学历证(?:书)?', `学历${PROOF}`],
  ['student-card', '学生证'],
  ['enrolment-proof', '在学证明', `(?:在读|就读|就学|在校|学籍)${PROOF}`],
  ['admission-notice', '录取通知书', '(?:入学)?录取通知'],
  [
    'mandarin-certificate',
    '普通话水平测试等级证书',
    '普通话(?:水平)?(?:测试)?等级证(?:书)?',
    '普通话证(?:书)?',
  ],
]);

/** Papers that say who may practise what, and who works where. */
export const PROFESSION_FAMILIES = families('profession', [
  ['professional-title', '专业技术职务任职资格证书', '职称(?:资格)?(?:证书|证)'],
  ['legal-profession-certificate', '法律职业资格证书'],
  ['lawyer-licence', '律师执业证', '律师执业证书'],
  ['physician-qualification', '医师资格证书'],
  ['physician-licence', '医师执业证书'],
  ['pharmacist-qualification', '执业药师资格证书', '执业药师职业资格证书'],
  ['pharmacist-registration', '执业药师注册证', '执业药师注册证书'],
  ['nurse-licence', '护士执业证书'],
  ['teacher-qualification', '教师资格证书'],
  ['work-qualification', '从业资格证', '从业资格证书?', '从业资格证件'],
  ['curriculum-vitae', '个人简历', '简历', '个人履历', '履历', '履历表'],
  ['employment-contract', '劳动合同', '劳动合同书', '与.{2,6}签订的劳动合同', '劳动\\(聘用\\)合同'],
  [
    'end-of-employment',
    '解除劳动关系证明',
    `解除(?:(?:或|、)终止)?劳动(?:合同|关系)(?:的)?(?:${PROOF}|证明书|通知书|材料)`,
    `终止(?:(?:或|、)解除)?劳动(?:合同|关系)(?:的)?(?:${PROOF}|证明书|通知书|材料)`,
  ],
  ['employment-proof', '在职证明', `(?:在职|工作)${PROOF}`],
  ['leaving-proof', '离职证明', `离职${PROOF}`],
  ['retirement-certificate', '退休证', '(?:离)?退休证(?:书)?', '退休证明'],
  ['demobilisation-certificate', '退役证', '(?:退役|退伍)(?:军人)?(?:证(?:书)?|证明)'],
  ['criminal-record', '无犯罪记录证明', `无(?:违法|刑事)?犯罪记录的?${PROOF}`],
]);

/** Papers of social security, need and status. */
export const SOCIAL_FAMILIES = families('social', [
  [
    'social-security-card',
    '社会保障卡',
    '(?:以.{2,6}名义开立的?)?(?:有金融功能的)?(?:社会保障卡|社保卡|社会保障\\(市民\\)卡)(?:信息)?',
  ],
  [
    'social-insurance-proof',
    '社会保险参保证明',
    `(?:社会保险|社保)(?:参保)?(?:缴费|缴纳)?${PROOF}`,
    `参保(?:缴费)?${PROOF}`,
    '社会保险(?:参保)?缴费(?:凭证|清单|记录)',
    '社保(?:缴费)?清单',
  ],
  ['disability-certificate', '残疾人证', '(?:中华人民共和国)?残疾人?证(?:书)?'],
  ['subsistence-allowance-certificate', '最低生活保障证', '(?:城乡居民)?(?:最低生活保障|低保)证(?:明)?'],
  ['employment-card', '就业创业证', '就业(?:创业|失业)登记证书'],
  ['income-proof', '收入证明', `(?:个人|家庭|工资|经济)?收入${PROOF}`],
]);

/** Papers of health: certificates, diagnoses and what a hospital writes. */
export const HEALTH_FAMILIES = families('health', [
  [
    'health-certificate',
    '健康证明',
    '(?:身体)?健康(?:体检)?(?:合格)?(?:证明|证)',
    '(?:健康)?体检(?:合格)?(?:表|报告|证明|报告单)',
    '(?:体检表|体检报告)(?:或|或者)健康证明',
    '出具的体检表或健康证明',
  ],
  ['driver-health', '机动车驾驶人身体条件证明', '身体条件证明'],
  ['diagnosis', '疾病诊断证明', '(?:医疗|疾病)?诊断(?:证明书?|书)', '疾病证明书?'],
  ['medical-record', '病历', '(?:门诊|住院)?病历(?:资料|材料)', '住院病历', '门诊病历'],
  ['discharge-summary', '出院小结', '出院记录', '出院小结\\(记录\\)'],
]);
