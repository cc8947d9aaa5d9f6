import type { Cells } from './columns.ts';
import type { PlaceContext } from './county-offers.ts';
import type { ListName } from './list-names.ts';
import { isPower, type Offer } from './offer.ts';
import type { Place } from './places.ts';
import { hashText } from './random.ts';
import { audienceWords, legalTopic, limitWords, naturalTopic, TYPE_NAMES } from './wording.ts';

/** The cells of an offer in a list of a place, before anything is spoilt. */
export function listCells(list: ListName, key: string, offer: Offer, context: PlaceContext): Cells {
  const common = commonCells(key, offer, context);
  const dormancy = { 是否静默事项: offer.isDormant ? '是' : '否' };
  if (list === 'power') return { ...common, 权力来源: '法定本级行使', ...dormancy };
  if (list === 'public') {
    return {
      ...common,
      服务方式: offer.onApplication ? '依申请' : '主动服务',
      服务内容: `为服务对象办理${offer.name}`,
    };
  }
  return list === 'directory' ? common : { ...common, ...implementationCells(offer, context), ...dormancy };
}

function commonCells(key: string, offer: Offer, { place, ordinal }: PlaceContext): Cells {
  const [first] = offer.references;
  const hasMain = first !== undefined && first.mainCode !== first.code;
  return {
    来源主键: key,
    层级: place.level === 'CITY' ? '市级' : '县级',
    区划代码: place.code,
    区划名称: place.fullName,
    实施主体: offer.office.name,
    实施主体编码: offer.office.code,
    事项类型: TYPE_NAMES[offer.type],
    主项名称: hasMain ? first.main.name : '',
    主项编码: hasMain ? first.mainCode : '',
    事项名称: offer.name,
    基本编码: first?.code ?? '',
    地方基本编码: offer.localCode,
    设定依据: offer.basis,
    行使层级: place.level === 'CITY' ? '市级' : '县级',
    法定办结时限: limitWords(offer.days, ordinal) ?? '',
    服务对象: audienceWords(offer.audience),
    事项状态: offer.state,
    事项版本: String(offer.version),
    计划生效日期: offer.effective,
    计划取消日期: offer.cancelled,
  };
}

function implementationCells(offer: Offer, { place, ordinal }: PlaceContext): Cells {
  const [first] = offer.references;
  const level = place.level === 'CITY' ? '3' : '4';
  const code = first === undefined ? '' : `${offer.office.code}${level}${first.code}`;
  const immediate = offer.promised === 0;
  const visits = visitsTo(offer);
  const { fee, result } = offer;
  return {
    实施编码: code,
    业务办理项编码: offer.handling === '' ? '' : `${code}${offer.handling}`,
    权力来源: isPower(offer) ? '法定本级行使' : '',
    行使内容: `${first?.main.name ?? offer.name}中的${offer.name}`,
    承诺办结时限说明: immediate ? '材料齐全、符合法定形式的当场办结' : '自受理之日起计算，不含特别程序',
    计算机端是否单点登录: '是',
    移动端是否单点登录: '是',
    是否支持网上支付: fee === undefined ? '否' : '是',
    是否支持物流快递: visits === 0 ? '是' : '否',
    实施主体性质: offer.department.institution === '11' ? '法定机关' : '授权组织',
    承诺办结时限: limitWords(offer.promised, ordinal) ?? '',
    办件类型: immediate ? '即办件' : '承诺件',
    办理形式: visits === 0 ? '窗口办理；电脑端网上办理；快递申请' : '窗口办理；电脑端网上办理',
    到办事现场次数: String(visits),
    是否网办: '是',
    网上办理深度: visits === 0 ? '全程网办' : '互联网受理',
    是否进驻政务大厅: '是',
    通办范围: place.level === 'CITY' ? '跨县' : '',
    审批结果类型: result.type,
    审批结果名称: result.name,
    受理条件: offer.condition,
    申请材料: offer.materials.map(({ name }) => name).join('；'),
    是否收费: fee === undefined ? '否' : '是',
    收费依据: fee?.basis ?? '',
    ...hall(place, offer),
    面向自然人事项主题分类:
      offer.audience === 'L' ? '' : (naturalTopic(offer.department.topics.natural) ?? ''),
    面向法人事项主题分类: offer.audience === 'N' ? '' : (legalTopic(offer.department.topics.legal) ?? ''),
  };
}

/** Of 25 items 20 need no visit, four one, and one more than the target of one (最多跑一次). */
function visitsTo({ name }: Offer): number {
  const draw = hashText(`${name}visits`) % 25;
  return draw === 0 ? 2 : Number(draw % 5 === 0);
}

/** Where and when: numbers of the fictional area code 0888, which no place of the country has. */
export function hall(place: Place, { office }: Pick<Offer, 'office'>) {
  const extension = hashText(`${place.code}${office.name}`) % 9000;
  return {
    办理地点: `${place.fullName}政务服务中心${(extension % 3) + 1}楼${(extension % 40) + 1}号窗口`,
    办理时间: '工作日上午9:00-12:00，下午13:30-17:00',
    咨询电话: `0888-8${String(100_000 + extension)}`,
    监督电话: `0888-8${String(200_000 + (hashText(place.code) % 9000))}`,
  };
}
