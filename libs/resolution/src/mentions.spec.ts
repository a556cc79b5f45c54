import { describe, expect, it } from '@jest/globals';
import { identityOf } from '@risk/domain';
import { placesFrom, resolveMentions } from './index.js';
import { chenzhou } from './testing/chenzhou.js';
import { advertisement, complaint, registration } from './testing/records.js';

const places = placesFrom(chenzhou);
const CODE = '91110000600001760P';
const keysOf = (record: Parameters<typeof resolveMentions>[0]) =>
  resolveMentions(record, places).map((m) => m.keys.map((k) => `${k.kind}:${k.value}`));

describe('a registration', () => {
  it('is about its subject, with code, names and contacts as keys', () => {
    const [subject] = resolveMentions(
      registration({
        name: '郴州鑫源投资有限公司',
        formerNames: ['郴州鑫源贸易有限公司'],
        uscc: CODE.toLowerCase(),
        phones: ['0735-2222222', '13800000000'],
        websites: ['http://www.xinyuan.com.cn/a'],
        apps: ['鑫源 宝'],
        wechat: ['XinYuan888'],
        regionCode: '431002001000',
      }),
      places,
    );
    expect(subject?.keys.map((k) => `${k.kind}:${k.value}`)).toEqual([
      `uscc:${CODE}`,
      'name:郴州鑫源投资',
      'name:郴州鑫源贸易',
      'website:xinyuan.com.cn',
      'app:鑫源宝',
      'wechat:xinyuan888',
      'phone:07352222222',
      'phone:13800000000',
    ]);
    expect(subject).toMatchObject({
      role: 'subject',
      regionCode: '431002',
      confidence: 1,
      flags: [],
    });
    expect(subject?.mention).toEqual({
      name: '郴州鑫源投资有限公司',
      uscc: CODE,
      field: 'name',
      start: 0,
      end: 10,
    });
  });

  it.each([
    ['91350100M0001TGQXM', 'uscc:91350100M0001TGQXM', '校验位不符'],
    ['9111OOOO600001760P', `uscc:${CODE}`, '疑为0'],
    ['9111', 'name:郴州鑫源投资', '格式不正确'],
    ['431000000001234', 'regno:431000000001234', '注册号校验位不符'],
  ])('code %s: found under %s, flagged %s', (uscc, identity, flag) => {
    const [subject] = resolveMentions(registration({ name: '郴州鑫源投资有限公司', uscc }), places);
    expect(identityOf(subject?.keys ?? [])).toBe(identity);
    expect(subject?.flags.join()).toContain(flag);
  });

  it('takes the region from address or code when no field tells it', () => {
    const region = (payload: object) =>
      resolveMentions(registration({ name: '鑫源投资有限公司', ...payload }), places)[0]
        ?.regionCode;
    expect(region({ address: '湖南省郴州市苏仙区白露塘镇1号' })).toBe('431003');
    expect(region({ address: '郴州市林邑大道' })).toBe('431003');
    expect(region({ uscc: CODE })).toBe('110000');
    expect(region({ name: '桂阳县鑫源投资有限公司' })).toBe('431021');
    expect(region({})).toBeNull();
  });

  it('names the parent of a branch that has no code of its own', () => {
    const of = (uscc?: string) =>
      resolveMentions(registration({ name: '湖南鑫源投资有限公司郴州分公司', uscc }), places)[0]
        ?.parentKeys;
    expect(of()).toEqual([{ kind: 'name', value: '湖南鑫源投资' }]);
    expect(of(CODE)).toEqual([]);
  });
});

describe('a complaint', () => {
  it('joins the named target, its name in the text and the contacts beside it', () => {
    const [target, ...others] = resolveMentions(
      complaint({
        title: '举报郴州市鑫源投资有限责任公司',
        text: `郴州鑫源投资有限公司（统一社会信用代码：${CODE}，电话0735-2222222）不还钱，鑫源公司已关门。我的电话13911112222`,
        targets: [{ name: '郴州鑫源投资有限公司' }],
        regionCode: '431002',
      }),
      places,
    );
    expect(others).toEqual([]);
    expect(target?.mention).toMatchObject({ field: 'targets[0].name', uscc: CODE });
    expect(target?.keys.map((k) => `${k.kind}:${k.value}`)).toEqual([
      `uscc:${CODE}`,
      'name:郴州鑫源投资',
      'phone:07352222222',
    ]);
  });

  it('looks for a name without a place also under the city of the complaint', () => {
    expect(keysOf(complaint({ text: '鑫源投资有限公司不还钱', regionCode: '431002' }))).toEqual([
      ['name:鑫源投资', 'name:郴州鑫源投资'],
    ]);
  });

  it.each([
    ['楼下广场舞噪音太大', []],
    ['派出所和银保监局都不管，中国农业银行郴州分行也不理', []],
    ['加微信 abc12345 就拉我进群炒币', ['wechat:abc12345']],
    [
      '骗子网站 https://m.jucai88.vip/reg?x=1 和电话18800001111',
      ['website:jucai88.vip', 'phone:18800001111'],
    ],
    ['聚宝鹿APP不能提现', ['name:聚宝鹿', 'app:聚宝鹿']],
    ['本人身份证号11010519491231002X，请回复', []],
    ['本人电话13800000000，请回电', []],
    ['详见 http://weibo.com/123 和 www.chenzhou.gov.cn', []],
  ])('%s', (text, keys) => {
    expect(keysOf(complaint({ text }))).toEqual(keys.length === 0 ? [] : [keys]);
  });

  it('leaves out authorities and banks among the targets too', () => {
    expect(
      keysOf(
        complaint({
          text: '求助',
          targets: [
            { name: '郴州市公安局' },
            { name: '北湖区金融工作部门' },
            { app: '国家反诈中心' },
            { name: '中国建设银行郴州分行' },
            {},
          ],
        }),
      ),
    ).toEqual([]);
  });

  it('shows a target without a name by what is known of it', () => {
    const [target] = resolveMentions(
      complaint({ text: '骗钱', targets: [{ phone: '18800001111' }] }),
      places,
    );
    expect(target).toMatchObject({
      foldedName: '',
      mention: { name: '18800001111', field: 'targets[0].phone' },
    });
  });

  it('is surer of a full name with its place than of an app in passing', () => {
    const confidence = (text: string) =>
      resolveMentions(complaint({ text }), places)[0]?.confidence ?? 0;
    expect(confidence('郴州鑫源投资有限公司骗人')).toBeGreaterThan(confidence('聚宝鹿APP骗人'));
  });
});

describe('an advertisement', () => {
  it('gives what stands in its text to its advertiser, not to its publisher', () => {
    const mentions = resolveMentions(
      advertisement({
        text: '年化12%，热线400-123-4567，www.fushoukang.com',
        url: 'https://mp.weixin.qq.com/s/1',
        advertiser: { name: '福寿康养老服务有限公司' },
        publisher: { name: '郴州晨光传媒有限公司' },
      }),
      places,
    );
    expect(mentions.map((m) => [m.role, m.keys.map((k) => k.value)])).toEqual([
      ['advertiser', ['福寿康养老服务', 'fushoukang.com', '4001234567']],
      ['publisher', ['郴州晨光传媒']],
    ]);
  });

  it.each(['北湖区金融工作部门', '临武县人民政府宣传栏', '桂阳县公安局反诈中心'])(
    'of a body of the state, %s, is about nobody',
    (name) => {
      const text = '谨防养老公寓返本骗局，非法集资参与人自担损失';
      expect(keysOf(advertisement({ text, advertiser: { name } }))).toEqual([]);
    },
  );

  it('reads the sender out of the signature', () => {
    expect(keysOf(advertisement({ text: '【鑫源金服】恭喜您获得5万额度' }))).toEqual([
      ['name:鑫源金服'],
    ]);
    expect(keysOf(advertisement({ text: '【招商银行】您的账单已出' }))).toEqual([]);
    expect(keysOf(advertisement({ text: '【桂阳县】今日农事提醒，请及时排水' }))).toEqual([]);
  });
});
