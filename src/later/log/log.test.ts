import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LaterSite, Session } from '../../contract.ts';
import { createLog } from './log.ts';

let record = { id: '0123456789abcdef0123', at: '2026-11-25T09:00:00.000Z' };
const told = { bin: '000000000000' };
const site = { log: { url: '/log', told } } as unknown as LaterSite;
const warnings: unknown[] = [];
const session = (phase: 'decided' | 'undecided') =>
  ({
    state: () => (phase === 'decided' ? { phase, record } : { phase, why: 'first-visit' }),
    warn: (...message: unknown[]) => void warnings.push(...message),
  }) as unknown as Session;

let stored: string | null;
let answer: () => Promise<unknown>;
let sent: number[];
const listeners: (() => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  stored = null;
  sent = [];
  listeners.length = 0;
  warnings.length = 0;
  answer = async () => ({ status: 503 });
  vi.stubGlobal('localStorage', {
    getItem: () => stored,
    setItem: (_name: string, text: string) => {
      stored = text;
    },
  });
  vi.stubGlobal('window', { setTimeout });
  vi.stubGlobal('location', { origin: 'https://www.akshamat.kz' });
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('addEventListener', (_name: string, listener: () => void) => listeners.push(listener));
  vi.stubGlobal('fetch', () => {
    sent.push(Date.now());
    return answer();
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const waits = () => sent.slice(1).map((time, index) => (time - (sent[index] as number)) / 1000);

describe('the sender of decisions', () => {
  it('waits twice as long after each failure, up to five minutes', async () => {
    createLog(session('decided'), site)();
    await vi.advanceTimersByTimeAsync(20 * 60_000);
    expect(waits().slice(0, 10)).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
  });

  it('tries at once when the line is back, and begins with short waits after a success', async () => {
    const log = createLog(session('decided'), site);
    log();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent.length).toBe(3);
    answer = async () => ({ ok: true, status: 201, json: async () => ({ receipt: record.id }) });
    for (const listener of listeners) listener();
    await vi.advanceTimersByTimeAsync(0);
    expect([sent.length, JSON.parse(stored as string)]).toEqual([
      4,
      { last: `${record.id} ${record.at}`, waiting: [] },
    ]);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(sent.length).toBe(4);
    answer = async () => ({ status: 503 });
    record = { ...record, at: '2026-11-25T09:00:01.000Z' };
    log();
    await vi.advanceTimersByTimeAsync(3000);
    expect(waits().at(-1)).toBe(2);
  });

  it('gives up an answer that does not come, and tries again', async () => {
    vi.stubGlobal('fetch', (_url: string, { signal }: RequestInit) => {
      sent.push(Date.now());
      return new Promise((_resolve, reject) =>
        signal?.addEventListener('abort', () => reject(new Error('late'))),
      );
    });
    createLog(session('decided'), site)();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(waits()).toEqual([22, 24]);
  });

  it('sends nothing before a decision, and nothing where the site keeps no log', async () => {
    createLog(session('undecided'), site)();
    createLog(session('decided'), {} as LaterSite)();
    await vi.advanceTimersByTimeAsync(600_000);
    expect([sent, stored, warnings]).toEqual([[], null, []]);
  });

  it('says once that a record is refused, and lets it go', async () => {
    answer = async () => ({ status: 422 });
    const log = createLog(session('decided'), site);
    log();
    await vi.advanceTimersByTimeAsync(600_000);
    log();
    await vi.advanceTimersByTimeAsync(600_000);
    expect([sent.length, warnings.length]).toEqual([1, 1]);
  });

  it.each([
    ['made on this page', Date.parse(record.at) - 1, 1],
    ['made on an earlier page', Date.parse(record.at) + 1, 0],
    ['made when nobody knows, in Safari before 15,', undefined, 1],
  ])('where nothing can be stored sends a decision %s %o: %i', async (_what, timeOrigin, times) => {
    record = { ...record, at: '2026-11-25T09:00:00.000Z' };
    vi.stubGlobal('localStorage', {});
    vi.stubGlobal('performance', { timeOrigin });
    answer = async () => ({ ok: true, status: 201, json: async () => ({ receipt: record.id }) });
    createLog(session('decided'), site)();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent.length).toBe(times);
  });
});
