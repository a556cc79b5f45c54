import { html } from '../html.js';
import { publicPage, type PublicFrame } from './public-frame.js';

/** The four features (article 1 of the Supreme People's Court's interpretation of 2022), in plain words. */
const FEATURES: readonly (readonly [name: string, means: string])[] = [
  ['非法性', '没有依法得到许可，或者借着合法经营的名义收钱。'],
  ['公开性', '用网络、推介会、传单、手机信息、口口相传等办法向社会公开宣传。'],
  ['利诱性', '许诺在一定时间内还本付息，或者给实物、股权等回报。'],
  ['社会性', '面向不特定的人：不管认不认识，谁的钱都收。'],
];

/** Names under which money is taken, from article 2 of that interpretation and article 19 of the Regulation. */
const GUISES: readonly string[] = [
  '卖房子、卖份额，承诺返本销售、售后包租、约定回购',
  '林权转让，代种、代养，租种、租养，联合种植养殖',
  '卖商品但并不真的要卖，承诺回购、寄存代售',
  '卖股权、债券、基金、保险，而这些是虚构的，或者没有资格卖',
  '网络借贷、投资入股、虚拟货币交易',
  '委托理财、融资租赁',
  '养老服务、养老项目、老年产品，预交费用、订床位还有“利息”',
  '民间的“会”“社”，互助、合作社名义的“入股分红”',
];

const QUESTIONS: readonly string[] = [
  '它有没有金融管理部门发的许可？营业执照不是金融许可。',
  '它说“保本”“稳赚”“到期返还”吗？凡是投资都有风险，谁也不能保证。',
  '回报从哪里来？说得清它做什么赚钱吗，还是用后来人的钱付给先来的人？',
  '是不是拉人进来还有奖励，亲戚朋友、老乡、群友都在推荐？',
  '钱打到哪里？是不是要转到个人账户，或者收现金？',
  '是不是催您马上决定，不让您和家里人商量？',
  '合同写的和嘴上说的一样吗？看得懂吗？',
];

/** The page that tells in general how such schemes look; no names, no figures. */
export const learnPage = (frame: PublicFrame): string =>
  publicPage(
    '识别非法集资',
    '/report/learn',
    frame,
    html`<h1>识别非法集资</h1>
      <section class="card">
        <h2>什么是非法集资</h2>
        <p>
          未经国务院金融管理部门依法许可，或者违反国家金融管理规定，以许诺还本付息或者给予其他投资回报等方式，向不特定对象吸收资金的行为。（《防范和处置非法集资条例》第二条）
        </p>
        <p><strong>因参与非法集资受到的损失，由集资参与人自行承担。</strong>（条例第二十五条）</p>
      </section>
      <section class="card">
        <h2>四个特征</h2>
        <dl>
          ${FEATURES.map(
            ([name, means]) =>
              html`<dt><strong>${name}</strong></dt>
                <dd>${means}</dd>`,
          )}
        </dl>
        <p class="hint">是不是非法集资，由主管部门、司法机关依法认定；看起来像，就可以举报。</p>
      </section>
      <section class="card">
        <h2>常见的名目</h2>
        <ul>
          ${GUISES.map((guise) => html`<li>${guise}</li>`)}
        </ul>
      </section>
      <section class="card">
        <h2>掏钱之前问自己</h2>
        <ol>
          ${QUESTIONS.map((question) => html`<li>${question}</li>`)}
        </ol>
      </section>
      <section class="card">
        <h2>它们常常这样开始，这样结束</h2>
        <p>
          <strong>养老的。</strong
          >先请老人听课、旅游、领鸡蛋，再说交一笔钱就能订床位、享受折扣，每年还有“福利金”，期满退还。头几次按时给，后来说资金周转、要等一等，再后来门店关了。
        </p>
        <p>
          <strong>消费返利的。</strong
          >说买东西花多少就返多少，拉来的人越多返得越快。返的钱来自后来的人；新人一少，就返不出来了。
        </p>
        <p>
          <strong>高息借款的。</strong
          >熟人介绍，说是项目缺钱，利息比银行高好几倍，打借条、按月付息。到期说转存更划算，想取本金时人已经联系不上。
        </p>
      </section>
      <section class="card">
        <h2>已经投了钱怎么办</h2>
        <ul>
          <li>不要再投，不要介绍别人；帮着拉人，自己也可能要负责任。</li>
          <li>保存好合同、收据、转账记录、聊天记录和宣传材料。</li>
          <li>尽早<a href="/report">举报</a>；正在受骗或者有人身危险，请打下面的电话。</li>
        </ul>
      </section>`,
  );
