import { Spin } from 'antd';

/** Something is on its way. */
export function Waiting() {
  return (
    <div className="reading" role="status">
      <Spin /> 正在读取……
    </div>
  );
}
