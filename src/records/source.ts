import { isIPv6 } from 'node:net';

/** IPv4 inside IPv6: as a socket for both gives it (RFC 4291, 2.5.5.2), and behind a translator (RFC 6052, 2.1). */
const EMBEDDED = /^(?:0:0:0:0:0:ffff|64:ff9b:0:0:0:0):/;

/** The eight groups of an IPv6 address in hexadecimal digits without leading zeros. */
function groupsOf(address: string): string[] {
  // WHATWG URL: the browsers' one spelling of an address, with `::` for the longest run of zeros.
  const { hostname } = new URL(`http://[${address}]`);
  const [head = [], tail] = hostname
    .slice(1, -1)
    .split('::')
    .map((part) => part.split(':').filter(Boolean));
  if (!tail) return head;
  return [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail];
}

/**
 * Who stands behind an address: an IPv4 address itself, also when it is written as IPv6; of an IPv6 address the first 64
 * bits, such as `2001:db8:0:1::/64`, because a visitor has all addresses of such a network. What is no address stays.
 */
export function sourceOf(address: string): string {
  const [bare = ''] = address.split('%');
  if (!isIPv6(bare)) return address;
  const groups = groupsOf(bare);
  if (!EMBEDDED.test(groups.join(':'))) return `${groups.slice(0, 4).join(':')}::/64`;
  const bytes = groups.slice(6).flatMap((group) => {
    const number = Number.parseInt(group, 16);
    return [number >> 8, number & 255];
  });
  return bytes.join('.');
}
