const ids = (...lists: readonly string[]): ReadonlySet<number> =>
  new Set(lists.flatMap((list) => list.split(' ').map((id) => Number.parseInt(id, 16))));

/** EBML, Segment, SeekHead, Seek, Info; Tracks and what is in an entry; Cluster, BlockGroup; Cues and what is in them. */
const parents = ids(
  '1a45dfa3 18538067 114d9b74 4dbb 1549a966',
  '1654ae6b ae e0 55b0 7670 e1',
  '1f43b675 a0',
  '1c53bb6b bb b7',
);
const muxingApp = 0x4d80;
const writingApp = 0x5741;
const padding = 0xec;
/** All that a copy may hold beside its parents: if a new version of the library writes more, no copy is made. */
const allowedElements = ids(
  // The versions of EBML and WebM; SeekID, SeekPosition; TimestampScale, Duration, the two apps, padding.
  '4286 42f7 42f2 42f3 4282 4287 4285 53ab 53ac 2ad7b1 4489 4d80 5741 ec',
  // A track's numbers, flags, language, codec and delays.
  'd7 73c5 83 b9 88 55aa 55ae 55ab 55ac 55af 9c 22b59c 86 63a2 56aa 56bb 23e383',
  // The size of the picture, its colours and how it is turned; the rate, channels and depth of the sound.
  'b0 ba 54b0 54ba 54b2 55b1 55ba 55bb 55b9 7671 7673 7674 7675 b5 9f 6264',
  // Timestamp, SimpleBlock, Block, BlockDuration, ReferenceBlock; CueTime, CueTrack, CueClusterPosition.
  'e7 a3 a1 9b fb b3 f7 f1',
);

/**
 * Cleans a copy in WebM as the library writes it: gets its pieces in order, and returns what is complete of it. No
 * element beyond the list, no name of a program. `end` throws if the file is not complete.
 */
export function createWebmCleaner() {
  let held = new Uint8Array(0);
  return {
    heldBytes: () => held.length,
    push(piece: Uint8Array): readonly Uint8Array[] {
      const complete: Uint8Array[] = [];
      let rest = new Uint8Array(held.length + piece.length);
      rest.set(held);
      rest.set(piece, held.length);
      for (;;) {
        const head = parseElementHead(rest);
        if (head === undefined) break;
        if (!parents.has(head.id) && !allowedElements.has(head.id))
          throw new RangeError('the copy has an element that may not be in it');
        const size = parents.has(head.id) ? head.length : head.length + head.size;
        if (rest.length < size) break;
        const element = rest.slice(0, size);
        if (head.id === padding) element.fill(0, head.length);
        if (head.id === muxingApp || head.id === writingApp) element.fill(0x20, head.length);
        complete.push(element);
        rest = rest.subarray(size);
      }
      held = rest.slice();
      return complete;
    },
    end(): void {
      if (held.length > 0) throw new RangeError('the copy is not complete');
    },
  };
}

interface ElementHead {
  readonly id: number;
  /** In bytes, of the head itself. */
  readonly length: number;
  /** In bytes, of what follows; of a parent it may be unknown. */
  readonly size: number;
}

function parseElementHead(bytes: Uint8Array): ElementHead | undefined {
  const idLength = Math.clz32(bytes[0] ?? 0) - 23;
  const sizeLength = Math.clz32(bytes[idLength] ?? 0) - 23;
  if (bytes.length < idLength + 1 || bytes.length < idLength + sizeLength) return undefined;
  if (idLength > 4 || sizeLength > 8) throw new RangeError('the copy has no element where one begins');
  let id = 0;
  for (let at = 0; at < idLength; at += 1) id = id * 256 + (bytes[at] ?? 0);
  let size = (bytes[idLength] ?? 0) & (0xff >> sizeLength);
  for (let at = 1; at < sizeLength; at += 1) size = size * 256 + (bytes[idLength + at] ?? 0);
  return { id, length: idLength + sizeLength, size };
}
