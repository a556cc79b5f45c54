import { App, Button } from 'antd';
import { problemIn } from '../api/problem.js';
import { tell } from '../api/ask.js';

/** Signs everybody out, whoever does it too. */
export function EndAllSessions() {
  const { modal, message } = App.useApp();
  const end = async (): Promise<void> => {
    try {
      await tell('sessions/end');
      // Ends here, too: the login page tells how to go on.
      window.location.assign('/login');
    } catch (error) {
      message.error(problemIn(error).detail);
    }
  };
  const begin = (): void =>
    void modal.confirm({
      title: '结束所有人的登录？',
      content:
        '用于口令泄露等紧急情况：全平台所有人（包括您自己）立即退出，没有提交的内容会丢失，都要重新登录。服务令牌不受影响。',
      okText: '全部结束',
      okButtonProps: { danger: true },
      onOk: end,
    });
  return (
    <Button danger onClick={begin}>
      结束所有人的登录
    </Button>
  );
}
