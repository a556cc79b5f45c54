import { Component, type ReactNode } from 'react';

interface Mishap {
  readonly error: Error | null;
}

/** Catches a screen that could not be fetched or drawn; the rest of the workbench stands. */
export class MishapBoundary extends Component<{ readonly children: ReactNode }, Mishap> {
  override readonly state: Mishap = { error: null };

  static getDerivedStateFromError(error: Error): Mishap {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <section className="mishap" role="alert">
        <h1>这个界面没有打开</h1>
        <p>平台可能刚刚升级，或者网络中断。重新载入通常就好；还不行请告知管理员。</p>
        <p className="soft">{error.message}</p>
        <button type="button" onClick={() => window.location.reload()}>
          重新载入
        </button>
      </section>
    );
  }
}
