/**
 * Finds the texts on the screen that stand out too little from what they stand on (WCAG AA: 4.5 to 1). Runs
 * within the page, so it uses nothing from here.
 */
export function faintTexts() {
  const ENOUGH = 4.5;
  const channels = (colour) => {
    const [r, g, b, a = 1] = (colour.match(/[\d.]+/g) ?? [255, 255, 255]).map(Number);
    return { r, g, b, a };
  };
  const over = (top, below) => {
    const mix = (x, y) => x * top.a + y * (1 - top.a);
    return { r: mix(top.r, below.r), g: mix(top.g, below.g), b: mix(top.b, below.b), a: 1 };
  };
  const ground = (element) => {
    if (!element) return { r: 255, g: 255, b: 255, a: 1 };
    const own = channels(getComputedStyle(element).backgroundColor);
    return own.a === 1 ? own : over(own, ground(element.parentElement));
  };
  const light = ({ r, g, b }) => {
    const [x, y, z] = [r, g, b].map((v) => {
      const s = v / 255;
      return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ratio = (one, other) => {
    const [bright, dark] = [light(one), light(other)].sort((a, b) => b - a);
    return (bright + 0.05) / (dark + 0.05);
  };
  /** Whether it is what one sees at its middle: not behind a dialogue, not outside of the window. */
  const isSeen = (element, node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    const { left, top, width, height } = range.getBoundingClientRect();
    const hit = width > 0 && document.elementFromPoint(left + width / 2, top + height / 2);
    return Boolean(hit) && (element.contains(hit) || hit.contains(element));
  };

  const faint = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const isShut = element.closest('[disabled], [aria-disabled="true"], script, noscript, style');
    if (node.data.trim() === '' || isShut || !isSeen(element, node)) continue;
    const below = ground(element);
    const found = ratio(over(channels(getComputedStyle(element).color), below), below);
    if (found < ENOUGH) faint.push(`${found.toFixed(2)} ${node.data.trim()}`);
  }
  return faint;
}
