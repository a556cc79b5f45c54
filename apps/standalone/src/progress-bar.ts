const WIDTH = 30;
const EVERY_PERCENT = 10;

/** A progress bar: one moving line on a terminal, a line every tenth elsewhere. */
export class ProgressBar {
  private shown = -1;

  constructor(private readonly out: NodeJS.WritableStream & { readonly isTTY?: boolean }) {}

  show(done: number, of: number, note: string): void {
    const percent = Math.min(100, Math.floor((done / Math.max(1, of)) * 100));
    if (percent === this.shown) return;
    const crossed = Math.floor(percent / EVERY_PERCENT) > Math.floor(this.shown / EVERY_PERCENT);
    this.shown = percent;
    if (this.out.isTTY === true) this.out.write(`\r${line(percent, done, of, note)}\u001b[K`);
    else if (crossed) this.out.write(`${line(percent, done, of, note)}\n`);
  }

  end(): void {
    if (this.out.isTTY === true && this.shown >= 0) this.out.write('\n');
    this.shown = -1;
  }
}

function line(percent: number, done: number, of: number, note: string): string {
  const full = Math.round((percent / 100) * WIDTH);
  return `[${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}] ${String(percent).padStart(3)}%  ${done}/${of}  ${note}`;
}
