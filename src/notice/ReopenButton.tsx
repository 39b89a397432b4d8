/** The small permanent button that brings the choice back. Its name is the same word in every language. */
export function ReopenButton() {
  return (
    <button aria-label="Cookie" data-open="preferences">
      <svg viewBox="0 0 24 24">
        <path d="M21 12a9 9 0 1 1-9-9 6 6 0 0 0 9 9M9 10h0m3 6h0" />
      </svg>
    </button>
  );
}
