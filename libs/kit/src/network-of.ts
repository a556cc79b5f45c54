const V4_IN_V6 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
const GROUPS = 8;
const NETWORK_GROUPS = 4;

/**
 * The network that an address belongs to, by which tries are counted: an IPv4 address itself, the /64 of an IPv6
 * one, for whoever has one of those has 2^64 of them.
 */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%');
  const mapped = V4_IN_V6.exec(plain);
  if (mapped?.[1] !== undefined) return mapped[1];
  return plain.includes(':') ? `${groupsOf(plain).slice(0, NETWORK_GROUPS).join(':')}::/64` : plain;
}

/** All groups of an IPv6 address, what `::` stands for written out. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : Math.max(0, GROUPS - before.length - after.length);
  const zeros = Array.from({ length: missing }, () => '0');
  return [...before, ...zeros, ...after].map((group) => group.replace(/^0+(?=.)/, ''));
}
