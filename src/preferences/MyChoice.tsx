import { Rows } from './Rows.tsx';
import { allowances, numberOf, receiptJson, receiptText } from './receipt.ts';
import type { Screen } from './view.ts';
import { dateInWords } from './words.ts';

/** The ways to keep the receipt: as a file for people and one for machines, or on the clipboard. */
function Receipt({ state, details: { texts }, languages, copied, copy }: Screen) {
  if (state.phase === 'undecided') return;
  const { record } = state;
  const text = receiptText(record, languages);
  const files = [
    ['txt', 'text/plain;charset=utf-8', texts.download, text],
    ['json', 'application/json', `${texts.download} (JSON)`, receiptJson(record, languages)],
  ];
  return (
    <div class="receipt">
      {files.map(([ending, type, name, body]) => (
        <a
          download={`kelisim-${record.id}.${ending}`}
          href={`data:${type},${encodeURIComponent(body as string)}`}
        >
          {name}
        </a>
      ))}
      <button aria-live="polite" onClick={() => copy(text)}>
        {copied ? texts.copied : texts.copy}
      </button>
    </div>
  );
}

/** The decision in force, what it allows, and the way to take it back. */
export function MyChoice(screen: Screen) {
  const { state, details, decide } = screen;
  const { texts } = details;
  if (state.phase === 'undecided') return;
  const { record } = state;
  return (
    <div>
      <h3>{texts.myChoice}</h3>
      {Rows([
        [texts.act, texts[record.via]],
        [texts.decidedAt, dateInWords(record.at, details)],
        [texts.until, dateInWords(record.until, details)],
        [texts.receipt, numberOf(record)],
      ])}
      {Object.values(record.granted).flat()[0] && (
        <button value="withdraw" onClick={() => decide('withdraw')}>
          {texts.withdraw}
        </button>
      )}
      <ul>
        {allowances(record, details, details.trackers).map(([name, answer]) => (
          <li>
            {name}: <b>{answer}</b>
          </li>
        ))}
      </ul>
      {Receipt(screen)}
    </div>
  );
}
