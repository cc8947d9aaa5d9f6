import { fieldsOf } from './field.ts';

const item = fieldsOf('item');

/** Under which topics and for which groups an item is offered. */
export const ITEM_TOPIC_FIELDS = [
  item('topicsText', '服务主题', 'topic_text', 'list', 'oo', 'AUDIENCE', 'set', {
    aliases: ['主题分类', '项目分类', '主题', '事项分类', '服务主题名称', 'theme'],
    longest: 200,
    source: 'GB/T 39046-2020 第 36 项',
  }),
  item(
    'naturalPersonTopics',
    '面向自然人事项主题分类',
    'user_topic_type',
    'enumerations',
    'oo',
    'AUDIENCE',
    'set',
    {
      of: 'NaturalPersonTopic',
      aliases: [
        '自然人主题',
        '面向自然人主题',
        '个人主题分类',
        '自然人主题代码',
        '自然人主题分类',
        'theme_user_type',
      ],
      longest: 40,
      source: '国家政务服务平台实施清单要素表（user_topic_type）；GB/T 39046-2020 第 38 项',
    },
  ),
  item(
    'legalPersonTopics',
    '面向法人事项主题分类',
    'corp_topic_type',
    'enumerations',
    'oo',
    'AUDIENCE',
    'set',
    {
      of: 'LegalPersonTopic',
      aliases: ['法人主题', '面向法人主题', '法人主题分类', '法人主题代码', 'theme_legal_type'],
      longest: 40,
      source: '国家政务服务平台实施清单要素表（corp_topic_type）；GB/T 39046-2020 第 37 项',
    },
  ),
  item(
    'localNaturalPersonTopics',
    '面向自然人地方特色主题分类',
    'user_character_topic_type',
    'list',
    'oo',
    'AUDIENCE',
    'none',
    {
      aliases: ['自然人地方特色主题'],
      longest: 100,
    },
  ),
  item(
    'localLegalPersonTopics',
    '面向法人地方特色主题分类',
    'corp_character_topic_type',
    'list',
    'oo',
    'AUDIENCE',
    'none',
    {
      aliases: ['法人地方特色主题'],
      longest: 100,
    },
  ),
  item('industryTopics', '行业主题分类', 'hangyeclasstype', 'list', 'oo', 'AUDIENCE', 'set', {
    source: '浙江 2017 年权力事项模型（hangyeclasstype）；海盐县通知',
  }),
  item('naturalPersonFocus', '个人关注点', 'rightclass_gerensx', 'list', 'oo', 'AUDIENCE', 'set', {
    source: '浙江 2017 年权力事项模型（rightclass_gerensx）；海盐县通知',
  }),
  item('naturalPersonGroups', '面向个人的对象分类', 'rightclass_gerendx', 'list', 'oo', 'AUDIENCE', 'set', {
    source: '浙江 2017 年权力事项模型（rightclass_gerendx）；海盐县通知',
  }),
  item('legalPersonFocus', '法人关注点', 'rightclass_qiyezt', 'list', 'oo', 'AUDIENCE', 'set', {
    source: '浙江 2017 年权力事项模型（rightclass_qiyezt）；海盐县通知',
  }),
  item('legalPersonGroups', '面向法人的对象分类', 'rightclass_qiyedx', 'list', 'oo', 'AUDIENCE', 'set', {
    source: '浙江 2017 年权力事项模型（rightclass_qiyedx）；海盐县通知',
  }),
  item('lifeEvents', '人生事件', 'life_event', 'list', 'oo', 'AUDIENCE', 'none', {
    aliases: ['生命周期', 'LIFE_CYCLE', '全生命周期'],
    source: '地方门户（LIFE_CYCLE）',
  }),
  item('specialGroups', '特定群体', 'service_group', 'list', 'oo', 'AUDIENCE', 'none', {
    aliases: ['特别关爱人群', '特定人群', '公开对象/特定群体'],
    source: '地方门户（SERVICE_GROUP）',
  }),
] as const;
