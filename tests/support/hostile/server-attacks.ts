import * as fc from 'fast-check';
import { z } from 'zod';
import type { ReportCall } from '../../../tab/ui/post-json.ts';
import type { Result } from '../../../tab/ui/tab-context.ts';

const codes = ['notSignedIn', 'refused', 'odd', 'tooOften', 'unavailable', 'failed', 'unconfirmed'] as const;

/** What a server names as the list of those who are sealed to. */
type ListKind = 'honest' | 'swapLine' | 'unsigned' | 'signedByAnother' | 'olderList';

/** One thing that a server may do in the place of answering as ours does. */
export type ServerAttack =
  | { readonly kind: ListKind }
  | { readonly kind: 'oracle' | 'forged' | 'turned' | 'dropped' | 'repeated' | 'otherCase' }
  | { readonly kind: 'refuses'; readonly code: (typeof codes)[number] }
  | { readonly kind: 'lost' }
  | { readonly kind: 'junk'; readonly value: unknown }
  | { readonly kind: 'replayed' | 'ofAnother'; readonly at: number }
  | { readonly kind: 'spoilt'; readonly at: number; readonly value: unknown };

const plain = [
  'swapLine',
  'unsigned',
  'signedByAnother',
  'olderList',
  'oracle',
  'forged',
  'turned',
  'dropped',
  'repeated',
  'otherCase',
  'lost',
] as const;

const deed: fc.Arbitrary<ServerAttack> = fc.oneof(
  { arbitrary: fc.constant({ kind: 'honest' as const }), weight: 8 },
  { arbitrary: fc.constantFrom(...plain).map((kind): ServerAttack => ({ kind })), weight: 4 },
  { arbitrary: fc.constantFrom(...codes).map((code): ServerAttack => ({ kind: 'refuses', code })), weight: 1 },
  { arbitrary: fc.jsonValue().map((value): ServerAttack => ({ kind: 'junk', value })), weight: 1 },
  {
    arbitrary: fc.record({ kind: fc.constantFrom('replayed' as const, 'ofAnother' as const), at: fc.nat({ max: 30 }) }),
    weight: 2,
  },
  {
    arbitrary: fc.record({ kind: fc.constant('spoilt' as const), at: fc.nat({ max: 60 }), value: fc.jsonValue() }),
    weight: 3,
  },
);

/** The deeds of a server, one for each request; honest where there are no more. The first lets a page begin, mostly. */
export const arbitraryAttacks: fc.Arbitrary<readonly ServerAttack[]> = fc
  .tuple(
    fc.oneof({ arbitrary: fc.constant({ kind: 'honest' as const }), weight: 5 }, { arbitrary: deed, weight: 1 }),
    fc.array(deed, { maxLength: 16 }),
  )
  .map(([first, rest]) => [first, ...rest]);

/** What such a server has at hand. */
export interface AttackMaterial {
  /** A list of recipients with its signature, as each kind of swapped one is. */
  readonly list: (kind: ListKind, begun: object) => object;
  /** What handlers wrote to the mailbox of this person's code. */
  readonly seals: readonly string[];
  /** A message that it made up, sealed to that mailbox. */
  readonly lie: string;
  /** What it answered about another case. */
  readonly otherCase: object;
}

const messagesSchema = z.looseObject({ messages: z.array(z.looseObject({ kind: z.string() })) });

/** The value with the part of it at a place replaced: places are counted through all that is in it. */
function spoilt(value: unknown, at: number, by: unknown): unknown {
  let left = at;
  const walk = (part: unknown): unknown => {
    if (left === 0) {
      left = -1;
      return by;
    }
    left -= 1;
    if (Array.isArray(part)) return part.map(walk);
    const object = z.record(z.string(), z.unknown()).safeParse(part).data;
    return object ? Object.fromEntries(Object.entries(object).map(([key, inner]) => [key, walk(inner)])) : part;
  };
  return walk(value);
}

/** A way to a server that does these deeds over answers of a true one. `heard` is told each body, as it is sent. */
export function createHostileCall(
  truly: ReportCall,
  { list, seals, lie, otherCase }: AttackMaterial,
  doings: readonly ServerAttack[],
  heard: (name: string, body: unknown) => void,
): ReportCall {
  const answered: { readonly name: string; readonly value: unknown }[] = [];
  let place = 0;

  const withMessages = (value: unknown, change: (messages: readonly object[]) => readonly object[]): unknown => {
    const parsed = messagesSchema.safeParse(value).data;
    return parsed ? { ...parsed, messages: change(parsed.messages) } : value;
  };
  function done(name: string, honest: unknown, doing: ServerAttack): unknown {
    switch (doing.kind) {
      case 'swapLine':
      case 'unsigned':
      case 'signedByAnother':
      case 'olderList':
        return name === 'report.begin' ? list(doing.kind, Object(honest)) : honest;
      case 'oracle':
        return { kind: 'prove', challenge: seals[place % seals.length] };
      case 'forged':
        return withMessages(honest, (messages) => [
          ...messages,
          {
            kind: 'messageToReporter',
            at: '',
            asks: true,
            message: { id: 'made up', number: messages.length + 1, sealed: lie },
          },
        ]);
      case 'turned':
        return withMessages(honest, (messages) => messages.toReversed());
      case 'dropped':
        return withMessages(honest, (messages) => messages.slice(1));
      case 'repeated':
        return withMessages(honest, (messages) => [...messages, ...messages]);
      case 'otherCase':
        return name === 'report.find' ? otherCase : honest;
      case 'junk':
        return doing.value;
      case 'replayed':
        return answered.filter((one) => one.name === name).at(-1 - (doing.at % 3))?.value ?? honest;
      case 'ofAnother':
        return answered.at(doing.at % Math.max(1, answered.length))?.value ?? honest;
      case 'spoilt':
        return spoilt(honest, doing.at, doing.value);
      default:
        return honest;
    }
  }

  return async (name, body) => {
    const doing = doings[place] ?? { kind: 'honest' };
    place += 1;
    heard(name, body);
    if (doing.kind === 'refuses') return { ok: false, refusal: { code: doing.code } };
    const result: Result<unknown> = await truly(name, body);
    if (doing.kind === 'lost') return { ok: false, refusal: { code: 'unconfirmed' } };
    if (!result.ok) return result;
    const honest = name === 'report.begin' ? list('honest', Object(result.value)) : result.value;
    const value = done(name, honest, doing);
    answered.push({ name, value: honest });
    // A server may answer anything.
    return JSON.parse(JSON.stringify({ ok: true, value: value ?? null }));
  };
}
