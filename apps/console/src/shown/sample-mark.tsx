/** Says that something is invented. */
export function SampleMark({ sample }: { readonly sample: boolean }) {
  return sample ? <span className="soft">（样例）</span> : null;
}
