import { describe, expect, test } from 'vitest';
import { CHK_36_ADDRESSES_FIT_ONLINE } from '../../../catalog/rules/chk-36-addresses-fit-online.ts';
import { aRecord } from './handling-record.ts';

type Values = Readonly<Record<string, unknown>>;

const URL = 'https://zwfw.gov.cn/item/1';

const found = (item: Values, guide: Values, columns: readonly string[] = []) =>
  CHK_36_ADDRESSES_FIT_ONLINE.find(aRecord({ item, guide, columns })).map(({ code, field, detail }) =>
    [code, field, detail].filter((part) => part !== undefined),
  );

describe('addresses and being online agree', () => {
  test.each<[string, Values, Values, readonly string[]]>([
    ['online with an address', { isOnline: true }, { onlineHandlingAddress: URL }, []],
    ['online with the page of the guide', { isOnline: true }, { onlineAddress: URL, mobileAddress: '' }, []],
    ['online with a mobile address', { isOnline: true }, { mobileAddress: URL }, []],
    ['online in a list without addresses', { isOnline: true }, {}, []],
    ['not online', { isOnline: false }, { onlineHandlingAddress: '' }, []],
    ['not online, with the page of the guide', { isOnline: false }, { onlineAddress: URL }, []],
    ['not told', {}, { onlineHandlingAddress: URL }, []],
    ['mobile with its address', { handlingForms: ['WINDOW', 'MOBILE'] }, { mobileAddress: URL }, []],
    ['mobile in a list without the column', { handlingForms: ['MOBILE'] }, {}, []],
    ['not mobile', { handlingForms: ['ONLINE'] }, {}, ['mobileAddress']],
  ])('%s', (_label, item, guide, columns) => expect(found(item, guide, columns)).toEqual([]));

  test.each<[string, Values, Values, readonly string[], readonly string[]]>([
    [
      'online without an address',
      { isOnline: true },
      { onlineAddress: '' },
      [],
      ['CHK_36', 'onlineHandlingAddress'],
    ],
    ['online, 无', { isOnline: true }, { mobileAddress: '无' }, [], ['CHK_36', 'onlineHandlingAddress']],
    [
      'not online, with an address',
      { isOnline: false },
      { onlineHandlingAddress: URL },
      [],
      ['CHK_36_OFFLINE', 'onlineHandlingAddress'],
    ],
    [
      'not online, with a mobile one',
      { isOnline: false },
      { mobileAddress: URL },
      [],
      ['CHK_36_OFFLINE', 'mobileAddress'],
    ],
    [
      'mobile without an address',
      { handlingForms: ['MOBILE'] },
      {},
      ['mobileAddress'],
      ['CHK_36_MOBILE', 'mobileAddress'],
    ],
  ])('%s', (_label, item, guide, columns, expected) =>
    expect(found(item, guide, columns)).toEqual([expected]),
  );
});

describe('addresses open from outside', () => {
  test.each([
    URL,
    'http://58.20.1.2:8080/portal',
    'http://172.15.0.1/a',
    'http://172.32.0.1/a',
    'https://192.169.1.1',
    'https://user@zwfw.gov.cn/a?b=1#c',
    'https://testing.gov.cn',
    '表格.docx',
    '登录http://10.1.2.3办理',
    '登录http://10.1.2.3/办理',
    'http://110.1.2.3',
    'http://10.1.2.3.gov.cn',
    'http://localhost.gov.cn',
    'http://172.2.0.1',
    'http://192.168.gov.cn',
    'https://wwwxx.gov.cn',
    'http://58.20.111.223',
  ])('%s', (address) => expect(found({}, { onlineAddress: address })).toEqual([]));

  test.each([
    ['http://localhost:8080/a', '内网或者本机地址'],
    ['http://127.0.0.1/a', '内网或者本机地址'],
    ['http://10.1.2.3/a', '内网或者本机地址'],
    ['http://192.168.1.1', '内网或者本机地址'],
    ['http://172.16.0.1', '内网或者本机地址'],
    ['http://127.10.20.30', '内网或者本机地址'],
    ['http://10.10.20.30', '内网或者本机地址'],
    ['http://192.168.10.20', '内网或者本机地址'],
    ['http://172.20.10.20', '内网或者本机地址'],
    ['http://172.29.1.2', '内网或者本机地址'],
    ['http://0.0.0.0', '内网或者本机地址'],
    ['HTTPS://zwfw.test', '不是完整的域名'],
    ['http://www.XX', '不是完整的域名'],
    ['http://172.31.255.1?a', '内网或者本机地址'],
    ['http://user@10.1.2.3/a', '内网或者本机地址'],
    ['http://intranet/a', '不是完整的域名'],
    ['http://www.xxx.com', '不是完整的域名'],
    ['https://test.gov.cn', '不是完整的域名'],
    ['https://', '不是完整的域名'],
    ['http://58.20.1', '不是完整的域名'],
    ['http://58.20.1.2.3', '不是完整的域名'],
    ['http://58.20..1', '不是完整的域名'],
    ['http://zwfw.gov.cn/a b', '含有空格'],
  ])('%s', (address, detail) =>
    expect(found({}, { onlineAddress: address })).toEqual([['CHK_36_ADDRESS', 'onlineAddress', detail]]),
  );

  test('each address is looked at', () =>
    expect(
      found(
        {},
        {
          onlineAddress: 'http://10.0.0.1',
          mobileAddress: 'http://10.0.0.1',
          onlineHandlingAddress: 'http://a',
        },
      ),
    ).toHaveLength(3));
});
