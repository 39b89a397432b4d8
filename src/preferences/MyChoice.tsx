import { Rows } from './Rows.tsx';
import type { Screen } from './view.ts';
import { dateInWords } from './words.ts';

/** The decision in force and the way to take it back. */
export function MyChoice({ state, details, decide }: Screen) {
  const { texts } = details;
  if (state.phase === 'undecided') return;
  const { record } = state;
  const { at, until, id } = record;
  return (
    <div>
      <h3>{texts.myChoice}</h3>
      {Rows([
        [texts.decidedAt, dateInWords(at, details)],
        [texts.until, dateInWords(until, details)],
        [texts.receipt, id.replace(/.{4}(?=.)/g, '$&-')],
      ])}
      <p>
        <a
          download={`kelisim-${id}.json`}
          href={`data:application/json,${encodeURIComponent(JSON.stringify(record))}`}
        >
          {texts.download}
        </a>
      </p>
      <button onClick={() => decide('withdraw')}>{texts.withdraw}</button>
    </div>
  );
}
