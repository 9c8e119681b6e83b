/** Where an expression ends that begins at `start`: before the first bracket, comma or semicolon that is not inside it. */
function endOf(source: string, start: number, stops: string): number {
  let depth = 0;
  for (let at = start; at < source.length; at += 1) {
    const sign = source.charAt(at);
    if (depth === 0 && at > start && stops.includes(sign)) return at;
    if ('([{'.includes(sign)) depth += 1;
    if (')]}'.includes(sign)) depth -= 1;
    if (depth < 0) return at;
  }
  return source.length;
}

/**
 * What every `await` of a source text waits for, in its order, up to the arguments: `deps.cases.create`. Comments are
 * no source.
 */
export function awaitsIn(text: string): readonly string[] {
  const source = text.replaceAll(/^\s*(?:\/\/|\/?\*).*$/gmu, '');
  return [...source.matchAll(/\bawait\s+/gu)].map(({ index, 0: word }) => {
    const start = index + word.length;
    return source
      .slice(start, endOf(source, start, source.charAt(start) === '(' ? ';,' : ';,('))
      .replaceAll(/\s+/gu, ' ')
      .trim();
  });
}
