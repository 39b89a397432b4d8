/** Upper bounds of the time to store, in seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Counters of one process, in the text format of Prometheus. */
export interface Metrics {
  /** A post was stored or found; `seconds` from its arrival. */
  stored(outcome: string, seconds: number): void;
  /** A request was answered with this status. */
  answered(status: number): void;
  /** The whole text; `waiting` is the number of posts that wait for the database. */
  text(waiting: number): string;
}

type Counts = Map<string, number>;
const countUp = (counts: Counts, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);

const head = (name: string, kind: string, help: string): string =>
  `# HELP kelisim_${name} ${help}\n# TYPE kelisim_${name} ${kind}`;
const lines = (name: string, label: string, counts: Counts): string[] =>
  [...counts].map(([value, count]) => `kelisim_${name}{${label}="${value}"} ${count}`);

/** Counters that start at zero. A library for three of them would be larger than they are. */
export function createMetrics(): Metrics {
  const posts: Counts = new Map();
  const answers: Counts = new Map();
  const buckets = BOUNDS.map(() => 0);
  let [sum, count] = [0, 0];
  return {
    stored(outcome, seconds) {
      countUp(posts, outcome);
      for (const [index, bound] of BOUNDS.entries())
        if (seconds <= bound) buckets[index] = (buckets[index] ?? 0) + 1;
      sum += seconds;
      count += 1;
    },
    answered: (status) => void countUp(answers, `${status}`),
    text: (waiting) =>
      [
        head(
          'posts_total',
          'counter',
          'Posts by outcome: new, known (sent again), other (key taken by another record).',
        ),
        ...lines('posts_total', 'outcome', posts),
        head('answers_total', 'counter', 'Answers by HTTP status.'),
        ...lines('answers_total', 'status', answers),
        head('waiting', 'gauge', 'Posts that wait for the database.'),
        `kelisim_waiting ${waiting}`,
        head('store_seconds', 'histogram', 'Time from the arrival of a post until it is committed.'),
        ...BOUNDS.map((bound, index) => `kelisim_store_seconds_bucket{le="${bound}"} ${buckets[index]}`),
        `kelisim_store_seconds_bucket{le="+Inf"} ${count}`,
        `kelisim_store_seconds_sum ${sum}`,
        `kelisim_store_seconds_count ${count}`,
        '',
      ].join('\n'),
  };
}
