import { describe, expect, test } from 'vitest';
import { CHK_17_HOURS_SAY_DAYS } from '../../../catalog/rules/chk-17-hours-say-days.ts';
import { CHK_18_ADDRESS_TO_WINDOW } from '../../../catalog/rules/chk-18-address-to-window.ts';
import { CHK_19_LICENCE_HAS_QUESTIONS } from '../../../catalog/rules/chk-19-licence-has-questions.ts';
import { aRecord, codesOf } from './handling-record.ts';

describe('CHK-17', () => {
  test.each([
    ['工作日 9:00—12:00', []],
    ['周一至周五（法定节假日除外）9:00—17:00', []],
    ['24小时', []],
    ['24 小时', []],
    ['全天', []],
    ['二十四小时自助', []],
    ['每天 8:30-18:00', []],
    ['周一至周日，国家法定假日休息', []],
    ['周一至周五 8:00-12:00', ['CHK_17_WEEKDAYS']],
    ['星期一到星期五上午', ['CHK_17_WEEKDAYS']],
    ['上午9:00—12:00', ['CHK_17']],
    ['夏季 8:00-12:00，冬季 8:30-12:00', ['CHK_17']],
    ['无', []],
    ['', []],
  ])('%s', (hours, expected) =>
    expect(codesOf(CHK_17_HOURS_SAY_DAYS, { guide: { hours } })).toEqual(expected),
  );

  test('other places that say the hours', () => {
    const guide = { hoursAndAddress: '9:00—17:00；政务服务中心' };
    const windows = [{ name: '1号' }, { name: '2号', hours: '9:00—17:00' }];
    expect(codesOf(CHK_17_HOURS_SAY_DAYS, { guide })).toEqual(['CHK_17']);
    expect(codesOf(CHK_17_HOURS_SAY_DAYS, { guide: { ...guide, hours: '工作日' } })).toEqual([]);
    expect(codesOf(CHK_17_HOURS_SAY_DAYS, { blocks: { windows } })).toEqual(['CHK_17']);
    const both = { windows: [{ hours: '8:00' }, { hours: '9:00' }] };
    expect(CHK_17_HOURS_SAY_DAYS.find(aRecord({ blocks: both }))[0]?.value).toBe('8:00；9:00');
    expect(codesOf(CHK_17_HOURS_SAY_DAYS, { guide: { hours: '工作日' }, blocks: { windows } })).toEqual([]);
    expect(CHK_17_HOURS_SAY_DAYS.find(aRecord({ blocks: { windows } }))[0]).toMatchObject({
      field: 'hours',
      value: '9:00—17:00',
    });
  });
});

describe('CHK-18', () => {
  test.each([
    ['县政务服务中心2楼A08窗口', []],
    ['广州市越秀区农林下路72号广东省教育厅政务服务大厅1-3号窗口', []],
    ['广州市越秀区东风中路305号5号楼808房', []],
    ['东风中路268号广州交易广场2909号房', []],
    ['人民路1号民政局301', []],
    ['民政局3号房', []],
    ['民政局3房', []],
    ['民政局5窗', []],
    ['人民路1号民政局12034', ['CHK_18']],
    ['人民路1203号', ['CHK_18']],
    ['国道318-2', ['CHK_18']],
    ['疾控中心科技园', ['CHK_18']],
    ['https://zwfw.example', []],
    ['青溪县石桥镇便民服务大厅', []],
    ['青溪县便民服务中心', ['CHK_18']],
    ['地址：无', []],
    ['民政局地点：无', ['CHK_18']],
    ['人民路1号民政局办公楼B座1203', []],
    ['人民路1号民政局会议室', []],
    ['政务服务中心一楼总服务台', []],
    ['民政局社会救助科', []],
    ['浙江政务服务网在线办理', []],
    ['青溪县杏桥街道便民服务中心', []],
    ['青溪县石桥村委会', []],
    ['县政务服务中心', ['CHK_18']],
    ['广州市天河路13号润粤大厦4楼', ['CHK_18']],
    ['天河区黄埔大道西363号', ['CHK_18']],
    ['青溪县住房和城乡建设局', ['CHK_18']],
    ['红盾大厦二楼政务服务大厅', ['CHK_18']],
    ['县民政局（邮编728600）', ['CHK_18']],
    ['办理地点：无', []],
    ['青溪县乡;便民服务中心', ['CHK_18']],
    ['民政局办理地点：无', ['CHK_18']],
    ['办理地点：县民政局', ['CHK_18']],
    ['无', []],
    ['', []],
  ])('%s', (address, expected) =>
    expect(codesOf(CHK_18_ADDRESS_TO_WINDOW, { guide: { address } })).toEqual(expected),
  );

  test('other places that lead to the window', () => {
    const guide = { address: '县政务服务中心' };
    expect(codesOf(CHK_18_ADDRESS_TO_WINDOW, { guide, blocks: { windows: [{ name: '民政窗口' }] } })).toEqual(
      [],
    );
    expect(codesOf(CHK_18_ADDRESS_TO_WINDOW, { guide, blocks: { windows: [{ name: '' }] } })).toEqual([
      'CHK_18',
    ]);
    expect(codesOf(CHK_18_ADDRESS_TO_WINDOW, { guide: { hoursAndAddress: '工作日，县民政局' } })).toEqual([
      'CHK_18',
    ]);
    expect(CHK_18_ADDRESS_TO_WINDOW.find(aRecord({ guide: { address: '办理地点：县民政局' } }))).toEqual([
      { code: 'CHK_18', field: 'address', title: '办理地点', value: '县民政局' },
    ]);
  });
});

describe('CHK-19', () => {
  const questions = [{ question: '可以代办吗？', answer: '可以。' }];

  test.each([
    ['a question', { blocks: { questions } }, []],
    ['questions as a text', { guide: { questionsText: '问：可以代办吗？答：可以。' } }, []],
    ['no question', { blocks: { questions: [] } }, ['CHK_19']],
    ['a blank question', { blocks: { questions: [{ question: ' ', answer: '可以。' }] } }, ['CHK_19']],
    ['a text that says nothing', { guide: { questionsText: '无' } }, ['CHK_19']],
    ['a column of questions and none', { columns: ['questions'] }, ['CHK_19']],
    ['a column of texts and none', { columns: ['questionsText'] }, ['CHK_19']],
    ['a list without questions', {}, []],
    ['another type', { columns: ['questions'], itemType: 'CONFIRMATION' }, []],
  ])('a licence with %s', (_label, parts, expected) =>
    expect(codesOf(CHK_19_LICENCE_HAS_QUESTIONS, parts)).toEqual(expected),
  );
});
