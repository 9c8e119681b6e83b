type Value = readonly [type: 'text' | 'long' | 'bytes', value: string | number | Buffer];
type Entry = readonly [tag: number, ...Value];

const typeNumbers = { text: 2, long: 4, bytes: 7 } as const;

/** A directory of TIFF at a place: its entries, what does not fit into them, and where the next one is. */
function directory(at: number, entries: readonly Entry[], next: number): Buffer {
  const head = Buffer.alloc(2 + entries.length * 12 + 4);
  const behind: Buffer[] = [];
  let free = at + head.length;
  head.writeUInt16LE(entries.length, 0);
  for (const [index, [tag, type, value]] of entries.entries()) {
    const from = 2 + index * 12;
    const bytes = typeof value === 'string' ? Buffer.from(`${value}\0`) : value;
    head.writeUInt16LE(tag, from);
    head.writeUInt16LE(typeNumbers[type], from + 2);
    head.writeUInt32LE(typeof bytes === 'number' ? 1 : bytes.length, from + 4);
    if (typeof bytes === 'number') head.writeUInt32LE(bytes, from + 8);
    else if (bytes.length <= 4) bytes.copy(head, from + 8);
    else {
      head.writeUInt32LE(free, from + 8);
      behind.push(bytes);
      free += bytes.length;
    }
  }
  head.writeUInt32LE(next, head.length - 4);
  return Buffer.concat([head, ...behind]);
}

/** EXIF as a phone writes it, with a mark wherever words or bytes of somebody's may stand. */
export function markedExif(mark: string, thumbnail: Buffer): Buffer {
  const first = 8;
  const detail: readonly Entry[] = [
    [0x9003, 'text', '2026:11:20 21:14:03'],
    [0x927c, 'bytes', Buffer.from(`maker ${mark}`)],
    [0x9286, 'bytes', Buffer.from(`ASCII\0\0\0comment ${mark}`)],
    [0xa420, 'text', `unique ${mark}`],
    [0xa430, 'text', `owner ${mark}`],
    [0xa431, 'text', `serial ${mark}`],
  ];
  const place: readonly Entry[] = [
    [0x0001, 'text', 'N'],
    [0x001d, 'text', '2026:11:20'],
    [0x001b, 'bytes', Buffer.from(`place ${mark}`)],
  ];
  const main = (detailAt: number, placeAt: number): readonly Entry[] => [
    [0x010e, 'text', `caption ${mark}`],
    [0x010f, 'text', 'Apple'],
    [0x0110, 'text', 'iPhone 13'],
    [0x0131, 'text', `program ${mark}`],
    [0x0132, 'text', '2026:11:20 21:14:03'],
    [0x013b, 'text', `artist ${mark}`],
    [0x8298, 'text', `rights ${mark}`],
    [0x8769, 'long', detailAt],
    [0x8825, 'long', placeAt],
  ];
  const detailAt = first + directory(first, main(0, 0), 0).length;
  const placeAt = detailAt + directory(detailAt, detail, 0).length;
  const smallAt = placeAt + directory(placeAt, place, 0).length;
  const small = (at: number): readonly Entry[] => [
    [0x0103, 'long', 6],
    [0x0201, 'long', at],
    [0x0202, 'long', thumbnail.length],
  ];
  const pictureAt = smallAt + directory(smallAt, small(0), 0).length;
  return Buffer.concat([
    Buffer.from([0x49, 0x49, 0x2a, 0, first, 0, 0, 0]),
    directory(first, main(detailAt, placeAt), smallAt),
    directory(detailAt, detail, 0),
    directory(placeAt, place, 0),
    directory(smallAt, small(pictureAt), 0),
    thumbnail,
  ]);
}

/** XMP with a mark in its words. */
export const markedXmp = (mark: string): Buffer =>
  Buffer.from(
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="tool ${mark}"><dc:creator><rdf:Seq><rdf:li>creator ${mark}</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>`,
  );

/** A profile of colours, as much of one as carries a mark. */
export function markedProfile(mark: string): Buffer {
  const profile = Buffer.alloc(256);
  profile.writeUInt32BE(256, 0);
  profile.write('mntrRGB XYZ ', 12);
  profile.write('acsp', 36);
  profile.write(`profile ${mark}`, 132);
  return profile;
}

/** Words of IPTC as Photoshop puts them into a JPEG. */
function markedIptc(mark: string): Buffer {
  const text = Buffer.from(`by ${mark}`);
  const record = Buffer.concat([Buffer.from([0x1c, 2, 80, 0, text.length]), text]);
  const even = record.length % 2 === 0 ? record : Buffer.concat([record, Buffer.alloc(1)]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(record.length);
  return Buffer.concat([Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0'), size, even]);
}

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** A JPEG with everything that a phone, an editor or somebody with intent may put into one, and more behind its end. */
export function markedJpeg(plain: Buffer, mark: string): Buffer {
  const thumbnail = Buffer.concat([
    plain.subarray(0, 2),
    segment(0xfe, Buffer.from(`small ${mark}`)),
    plain.subarray(2),
  ]);
  const added = [
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), markedExif(mark, thumbnail)])),
    segment(0xe1, Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0'), markedXmp(mark)])),
    segment(0xe2, Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01'), markedProfile(mark)])),
    segment(0xed, markedIptc(mark)),
    segment(0xef, Buffer.from(`anything ${mark}`)),
    segment(0xfe, Buffer.from(`comment ${mark}`)),
  ];
  const behind = Buffer.concat([
    Buffer.from('PK\x03\x04'),
    Buffer.from(`zip ${mark}`),
    Buffer.from(`%PDF-1.7 ${mark}`),
  ]);
  return Buffer.concat([plain.subarray(0, 2), ...added, plain.subarray(2), behind]);
}
