import type { LaterSite, Session } from '../../contract.ts';
import { type Answer, draw } from './draw.ts';
import { clearPlaces, type EmptyFrame, emptyFrames } from './embeds.ts';
import { showOnce } from './once.ts';

/** Grants one tracker with all it needs, and nothing that was granted in part before and could not run. */
function grant(id: string, { rules, consents, decide, state }: Session): void {
  const now = state();
  const granted =
    now.phase === 'decided' ? now.record.granted : { purposes: [], technologies: [], trackers: [] };
  const needs = `${id} ${rules.trackers[id]}`.split(' ');
  const more = <Word extends string>(words: Word[], asked: Word[]) =>
    asked.filter((word) => words.includes(word) || needs.includes(word));
  decide({
    via: 'save',
    grants: {
      purposes: more(granted.purposes, rules.asked.purposes),
      technologies: more(granted.technologies, rules.asked.technologies),
      trackers: more(granted.trackers.filter(consents), rules.asked.trackers),
    },
  });
}

/**
 * Says in the place of each embed what it is and who would hear of it, in its own size, with a press for this one and
 * a press for all of its tracker. The result looks over the page again: call it when the page, the language or what is
 * granted has changed.
 */
export function createPlaceholders(
  session: Session,
  { placeholders, placeholderCss: css }: LaterSite,
): () => void {
  const answer = (embed: EmptyFrame, answer: Answer) => {
    if (answer === 'always') grant(embed.id, session);
    else showOnce(embed.frame, embed, session);
  };
  return () => {
    clearPlaces(session);
    for (const embed of emptyFrames(session)) {
      const html = placeholders[embed.id];
      if (html) draw(embed, { session, html, css, answer });
    }
  };
}
