/**
 * Whether twelve digits are a well-formed Kazakhstan BIN: the twelfth digit is the sum of the first eleven by
 * weights 1 to 11, modulo 11; where that gives 10, by weights 3 to 11, 1, 2 (algorithm of the IIN and BIN registers).
 */
export function isBin(bin: string): boolean {
  if (!/^\d{12}$/.test(bin)) return false;
  const digits = [...bin].map(Number);
  const sum = (shift: number) =>
    digits.slice(0, 11).reduce((total, digit, index) => total + digit * (((index + shift) % 11) + 1), 0) % 11;
  const first = sum(0);
  return (first === 10 ? sum(2) : first) === digits[11];
}
