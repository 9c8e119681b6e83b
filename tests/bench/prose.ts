import { createSeededRandom } from '../support/seeded-random.ts';

/** Words in the order of how often they come, the first the oftenest, as in any text. */
const words =
  `the he to and a of I in her was it she that had on his at with for said not but is as me they from when by
been has be would him have about were after who an or no so what there then one us she's he'd asked told saw heard
night phone house shift station office car messages week twice again late alone home witness officer sergeant number
never still before because while often only where which been if than their we nobody somebody anyone everyone others
visit visits called calls wrote answered stopped left came went kept knew thought seemed looked talked laughed
contact victim complaint evidence address photo photograph record records system search searched checked looked-up
Friday Monday Sunday evening morning yesterday month summer winter year years hour hours minutes days weeks
welfare statement interview custody patrol training canteen corridor supervisor inspector colleague team unit partner
money gifts flowers drinks dinner lift lifts keys door window street village town road garden kitchen
frightened upset quiet angry sure worried embarrassed ashamed careful afraid wrong right proper private personal
another each every several many few little long short first last next same other own new old
could should might must may did does do done make made take took taken give gave given find found
think know say says tell tells ask asks see seen hear want wanted wants need needed tried
around away back behind beside between beyond inside outside near over through under until without within
already also always almost even ever just maybe perhaps rather really soon sometimes usually yet
child children mother daughter sister friend neighbour stranger driver nurse teacher volunteer cadet student
complained reported mentioned noticed promised refused agreed explained offered invited followed waited stayed`
    .split(/\s+/u)
    .filter((word) => word !== '');

/**
 * As many places as there are for words, each word in as many as it is to be drawn often: the first come oftenest, by as
 * much as makes a text no harder and no easier to deflate than what people write.
 */
const places = 4_096;
const drawn = Array.from(
  { length: places },
  (_, at) => words[Math.floor(words.length ** (((at + 0.5) / places) ** 0.6)) - 1] ?? 'the',
);

/**
 * Text of a length, another for each seed and the same for the same: words in sentences that mean nothing, and that are
 * deflated to a little under half, as prose is.
 */
export function generateProse(seed: number, length: number): string {
  const next = createSeededRandom(seed);
  const word = (): string => drawn[Math.floor(next() * drawn.length)] ?? 'the';
  let text = '';
  while (text.length < length) {
    const many = 6 + Math.floor(next() * 14);
    const sentence = Array.from({ length: many }, word).join(' ');
    text += `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${next() < 0.15 ? '.\n' : '. '}`;
  }
  return `${text.slice(0, length - 1).replace(/\s$/u, 'e')}.`;
}
