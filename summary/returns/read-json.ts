import type { Mistake } from './mistakes.ts';

const mostCharacters = 1_000_000;

const atPlace = /\(line (\d+) column (\d+)\)$/u;

export function readJson(
  text: string,
):
  | { readonly kind: 'json'; readonly json: unknown }
  | { readonly kind: 'wrong'; readonly mistakes: readonly Mistake[] } {
  const wrong = (where: string, sentence: string) => ({ kind: 'wrong' as const, mistakes: [{ where, sentence }] });
  if (text.length > mostCharacters)
    return wrong('', `The file is too long: there are at most ${mostCharacters} characters.`);
  try {
    const json: unknown = JSON.parse(text.replace(/^\uFEFF/u, ''));
    return { kind: 'json', json };
  } catch (error) {
    const place = error instanceof Error ? atPlace.exec(error.message) : null;
    return place === null
      ? wrong('', 'The file is no JSON, or ends too early.')
      : wrong(`line ${place[1]}, column ${place[2]}`, 'The file is no JSON from here on.');
  }
}
