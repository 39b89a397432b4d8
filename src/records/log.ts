/** Takes one line of the log at a time. */
export interface LogTarget {
  write(line: string): void;
}

/** What an error may say: never its values, which drivers put into messages, details and parameters. */
function plainError(cause: Error & { code?: string; routine?: string }) {
  const { name, code, routine, stack = '' } = cause;
  // The first lines of a stack repeat the message.
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return { type: name, message: code ?? name, code, routine, stack: frames.join('\n') };
}

/** Options of the logger: JSON lines with time and level, without addresses, hosts, headers or values. */
export const loggerOptions = (target: LogTarget, now: () => number) => ({
  stream: target,
  level: 'info',
  base: null,
  timestamp: () => `,"time":"${new Date(now()).toISOString()}"`,
  formatters: { level: (level: string) => ({ level }) },
  serializers: { err: plainError, req: () => ({}), res: () => ({}) },
});
