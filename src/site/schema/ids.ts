import { matching } from '../fields.ts';

/** The shape of a tracker's own id. */
export const OWN_ID = /^[a-z][a-z\d-]{1,19}$/;

/** A tracker's own id. */
export const ownId = matching(
  OWN_ID,
  'must be 2 to 20 lower-case Latin letters, digits and "-", a letter first',
  'Write one such as "yandex-metrica".',
);

/** The id of any tracker: that of a preset may begin with a digit, too. */
export const anyId = matching(
  /^[a-z\d][a-z\d-]{1,19}$/,
  'must be 2 to 20 lower-case Latin letters, digits and "-", no "-" first',
  'Write one such as "google-analytics".',
);
