import {
  affair,
  approval,
  award,
  benefit,
  confirmation,
  filing,
  licence,
  organ,
  otherPower,
  penaltiesFor,
  servicesOf,
} from './builders.ts';
import { type DepartmentWords, law, paper, rule, scope, within } from './subject.ts';

const veterans = law('退役军人保障法', 20);
const honour = rule('军人抚恤优待条例', 8, '国务院令第602号');
const disabled = law('残疾人保障法', 15);
const religion = rule('宗教事务条例', 20, '国务院令第686号');
const archives = law('档案法', 27);

/** 退役军人事务. */
export const VETERANS: DepartmentWords = {
  key: 'veterans',
  code: '07',
  province: '退役军人事务厅',
  county: '退役军人事务局',
  formerly: ['民政局优抚安置科'],
  institution: '11',
  topics: { natural: '065', legal: '030' },
  core: 1,
  subjects: [
    affair(
      '退役军人',
      ['报到登记', '优待证申领', '就业安置申请', '适应性培训报名', '档案查询', '法律援助咨询'],
      scope('456', 'N', veterans),
    ),
    benefit('义务兵家庭优待金', scope('456', 'N', honour)),
    benefit('残疾军人抚恤金', scope('45', 'N', honour)),
    benefit('烈士遗属定期抚恤金', scope('45', 'N', rule('烈士褒扬条例', 17, '国务院令第601号'))),
    benefit('在乡复员军人定期补助', scope('456', 'N', honour)),
    benefit('退役士兵自主就业一次性经济补助', scope('4', 'N', law('退役军人保障法', 23))),
    benefit('烈士褒扬金', scope('34', 'N', rule('烈士褒扬条例', 11, '国务院令第601号'))),
    confirmation(
      '残疾军人',
      ['伤残等级评定', '伤残等级调整', '伤残关系转移', '残疾证换发'],
      scope('234', 'N', honour),
    ),
    otherPower(
      '烈士',
      ['评定审核', '纪念设施保护范围划定', '证书补发'],
      scope('234', 'NL', law('英雄烈士保护法', 19)),
    ),
    servicesOf(
      '军人家属服务',
      ['光荣牌悬挂', '立功受奖慰问', '随军家属就业', '子女教育优待'],
      '申请',
      scope('456', 'N', veterans),
    ),
    award('退役军人工作', scope('234', 'NL', law('退役军人保障法', 9))),
  ],
};

/** 残疾人联合会. */
export const DISABLED_PERSONS: DepartmentWords = {
  key: 'disabled',
  code: '34',
  province: '残疾人联合会',
  county: '残疾人联合会',
  formerly: [],
  institution: '13',
  topics: { natural: '085', legal: '035' },
  core: 1,
  subjects: [
    affair(
      '残疾人证',
      ['新办', '换领', '迁移', '挂失补办', '注销', '类别或等级变更'],
      scope('456', 'N', disabled),
    ),
    affair(
      '残疾人',
      ['辅助器具申请', '康复救助申请', '无障碍改造申请', '托养服务申请', '就业登记', '职业培训报名'],
      scope('456', 'N', law('残疾人保障法', 16)),
    ),
    affair(
      '残疾儿童康复',
      ['救助申请', '机构变更', '费用结算'],
      scope('45', 'N', paper('国务院关于建立残疾儿童康复救助制度的意见', '国发〔2018〕20号')),
    ),
    benefit('残疾人机动轮椅车燃油补贴', scope('456', 'N', disabled)),
    benefit('残疾学生及残疾人家庭子女教育资助金', scope('45', 'N', law('残疾人保障法', 21))),
    benefit('残疾人自主创业扶持资金', scope('45', 'N', law('残疾人保障法', 34))),
    confirmation('按比例安排残疾人就业', ['年审', '联网认证'], scope('34', 'L', law('残疾人保障法', 33))),
  ],
};

/** 民族宗教. */
export const RELIGION: DepartmentWords = {
  key: 'religion',
  code: '05',
  province: '民族宗教事务委员会',
  county: '民族宗教事务局',
  formerly: ['民族宗教侨务局'],
  institution: '11',
  topics: { natural: '015', legal: '130' },
  core: 0,
  subjects: [
    confirmation(
      '公民民族成份',
      ['确认', '变更（未满十八周岁）', '变更（年满十八周岁）'],
      scope('4', 'N', rule('中国公民民族成份登记管理办法', 9)),
    ),
    organ('宗教活动场所', scope('34', 'L', religion)),
    approval(
      '宗教活动场所内改建或者新建建筑物许可',
      ['改建', '新建', '异地重建'],
      scope('34', 'L', rule('宗教事务条例', 33, '国务院令第686号')),
    ),
    approval(
      '举行非通常宗教活动许可',
      ['大型宗教活动', '在寺院外举行'],
      scope('34', 'L', rule('宗教事务条例', 42, '国务院令第686号')),
    ),
    licence('清真食品标志牌', '生产经营清真食品', scope('4', 'NL', rule('城市民族工作条例', 18))),
    filing('宗教教职人员', scope('34', 'N', rule('宗教事务条例', 36, '国务院令第686号'))),
    filing('宗教临时活动地点', scope('45', 'N', rule('宗教事务条例', 35, '国务院令第686号'))),
    penaltiesFor(
      '宗教事务',
      [
        '擅自举行大型宗教活动',
        '宗教活动场所内擅自设立商业服务网点',
        '假冒宗教教职人员',
        '投资、承包经营宗教活动场所',
      ],
      scope('34', 'NL', rule('宗教事务条例', 64, '国务院令第686号')),
    ),
    award('民族团结进步', scope('234', 'NL', rule('城市民族工作条例', 6))),
  ],
};

/** 档案. */
export const ARCHIVES: DepartmentWords = {
  key: 'archives',
  code: '35',
  province: '档案局',
  county: '档案局',
  formerly: ['档案馆'],
  institution: '11',
  topics: { natural: '020', legal: '170' },
  core: 0,
  subjects: [
    affair(
      '档案',
      ['查阅利用', '婚姻档案查询', '知青档案查询', '捐赠', '寄存', '复制证明出具'],
      scope('234', 'NL', archives),
    ),
    approval(
      '赠送、交换、出卖国家所有的档案的复制件审批',
      ['赠送', '交换', '出卖'],
      scope('234', 'L', archives),
    ),
    approval('延期移交档案审批', ['首次延期', '再次延期'], scope('234', 'L', law('档案法', 15))),
    filing('重大建设项目档案验收', scope('234', 'L', law('档案法', 43))),
    filing('档案服务企业', scope('34', 'L', law('档案法', 24))),
    penaltiesFor(
      '档案',
      ['损毁、丢失属于国家所有的档案', '擅自出卖国家所有的档案', '不按规定归档'],
      scope('234', 'NL', law('档案法', 48)),
    ),
    award('档案', scope('234', 'NL', law('档案法', 7))),
  ],
};

/** 总工会, 妇联, 共青团 and 党群服务 at the grass roots, gathered in one office. */
export const PEOPLES_ORGANISATIONS: DepartmentWords = {
  key: 'peoples-organisations',
  code: '47',
  province: '总工会',
  county: '总工会',
  formerly: [],
  institution: '13',
  topics: { natural: '030', legal: '030' },
  core: 0,
  subjects: [
    affair(
      '工会',
      ['入会申请', '困难职工帮扶申请', '职工互助保障理赔', '法律援助申请', '法人资格登记', '职工疗休养报名'],
      scope('345', 'NL', law('工会法', 3)),
    ),
    affair(
      '困难妇女',
      ['维权服务申请', '两癌患病救助申请', '创业贷款推荐'],
      scope('456', 'N', law('妇女权益保障法', 73)),
    ),
    affair(
      '青年志愿者',
      ['注册', '服务时长证明开具', '西部计划报名'],
      scope('456', 'N', rule('志愿服务条例', 7, '国务院令第685号')),
    ),
    servicesOf(
      '村（社区）便民代办',
      ['公共法律服务咨询', '证件照拍摄', '快递收寄', '水电气费代缴', '农产品代销信息登记', '场地借用'],
      '代办服务',
      within(0, scope('6', 'N', paper('关于加强基层治理体系和治理能力现代化建设的意见', '中发〔2021〕16号'))),
    ),
  ],
};
