/** Whether some name fits both patterns; `*` stands for any characters. */
export function overlap(one: string, other: string): boolean {
  if (!one && !other) return true;
  if (one[0] === '*') return overlap(one.slice(1), other) || (other !== '' && overlap(one, other.slice(1)));
  if (other[0] === '*') return overlap(other, one);
  return one !== '' && one[0] === other[0] && overlap(one.slice(1), other.slice(1));
}
