import type { ContentWords } from '../../concerns/records/content-record.ts';
import { readSource } from '../../guidance/front-matter.ts';
import { topicSources } from '../../guidance/node/built-in-topics.ts';

export function builtInWords(): ReadonlyMap<string, ContentWords> {
  const words = new Map<string, ContentWords>();
  for (const [topic, source] of topicSources()) {
    const [en, cy] = [readSource(source.en), readSource(source.cy)];
    if (en.kind === 'problems' || cy.kind === 'problems') continue;
    words.set(topic, {
      title: { en: en.head.title, cy: cy.head.title },
      text: { en: en.body.trim(), cy: cy.body.trim() },
      owner: { en: en.head.owner, cy: cy.head.owner },
      reviewBy: en.head.review,
      part: en.head.part,
      place: en.head.place,
    });
  }
  return words;
}
