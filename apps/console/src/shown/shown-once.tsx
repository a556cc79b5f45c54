import { useRef, useState } from 'react';
import { Alert, Button } from 'antd';
import { copyText } from './copy-text.js';

interface ShownOnceProps {
  readonly label: string;
  readonly secret: string;
  /** What to do with it. */
  readonly advice: string;
}

/** A secret that the server will never tell again. */
export function ShownOnce({ label, secret, advice }: ShownOnceProps) {
  const shown = useRef<HTMLElement>(null);
  const [said, say] = useState('');
  const copy = async (): Promise<void> => {
    if (await copyText(secret)) say('已复制');
    else {
      if (shown.current) window.getSelection()?.selectAllChildren(shown.current);
      say('浏览器不允许复制：已选中，请按 Ctrl+C');
    }
  };
  return (
    <div className="once">
      <Alert type="warning" showIcon title="只显示这一次" description={advice} />
      <p>
        <span>{label}</span>
        <code ref={shown}>{secret}</code>
        <Button onClick={() => void copy()}>复制</Button>
        <span role="status">{said}</span>
      </p>
    </div>
  );
}
