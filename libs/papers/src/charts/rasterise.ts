import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Resvg } from '@resvg/resvg-wasm';

/** Dots a millimetre: 203 dpi, twice what a screen shows at full size. */
export const DOTS_PER_MM = 8;

/** Paints SVG without letters as PNG; the painter is WebAssembly, so every machine gives the same bytes. */
export async function rasterise(svg: string): Promise<Uint8Array> {
  const Sheet = await painter();
  const sheet = new Sheet(svg, {
    fitTo: { mode: 'zoom', value: DOTS_PER_MM },
    font: { loadSystemFonts: false },
  });
  try {
    return sheet.render().asPng();
  } finally {
    sheet.free();
  }
}

type Paint = typeof Resvg;
let opened: Promise<Paint> | undefined;

/** Opened with the first chart and once a process: it refuses to be opened twice. */
const painter = (): Promise<Paint> => (opened ??= open());

async function open(): Promise<Paint> {
  const resvg = await import('@resvg/resvg-wasm');
  const file = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await resvg.initWasm(await readFile(file));
  return resvg.Resvg;
}
